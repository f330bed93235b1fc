# Yingda with its embedded database in one container. Everything it keeps is in /data.
#
#   docker build -t yingda .
#   docker run -d --name yingda -p 8686:8686 -v yingda-data:/data --shm-size=256m yingda
#   docker logs yingda                      # the one-time sign-in link
#
# With a PostgreSQL of your own, see compose.yaml.

FROM node:24-slim AS build
WORKDIR /app
COPY . .
# With the build tools: the console and the chat window are built here, not at the first start.
RUN npm ci --no-fund --no-audit && node scripts/build.ts

FROM node:24-slim
ENV NODE_ENV=production YINGDA_DATA=/data
WORKDIR /app
COPY . .
# Only what the server needs: the pages are built, and the image brings its own Node.
RUN npm ci --no-fund --no-audit --omit=dev --workspace=@yingda/server && npm cache clean --force
COPY --from=build /app/dist dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8686
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --start-interval=2s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.YINGDA_PORT ?? 8686}/health`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--disable-warning=ExperimentalWarning", "server/src/main.ts"]
