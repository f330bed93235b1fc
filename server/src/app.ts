import type { IncomingMessage } from "node:http";
import type { StaffPush } from "@yingda/contract/frames";
import { limits } from "@yingda/contract/limits";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { forgetOldAlerts } from "./alerts/alerts.ts";
import { alertRoutes } from "./alerts/routes.ts";
import { watchFigures } from "./alerts/watching.ts";
import { detailRoutes } from "./analytics/details/routes.ts";
import { carryDownloads } from "./analytics/downloads/carrying.ts";
import { deleteExpired } from "./analytics/downloads/downloads.ts";
import { reckonPeers } from "./analytics/peers/reckoning.ts";
import { peerRoutes } from "./analytics/peers/routes.ts";
import { reactWithFolding } from "./analytics/reactions.ts";
import { rollDays } from "./analytics/rolling.ts";
import { analyticsRoutes } from "./analytics/routes.ts";
import { pushWalls } from "./analytics/wall/pushing.ts";
import { type IndexStore, openIndexStore } from "./bot/index-store.ts";
import { reactWithBot } from "./bot/reactions.ts";
import { botRoutes } from "./bot/routes.ts";
import { acceptCustomers } from "./channels/web/customer-socket.ts";
import { registerPages } from "./channels/web/pages.ts";
import { pushToWindows } from "./channels/web/pushing.ts";
import { webRoutes } from "./channels/web/routes.ts";
import { acceptStaff } from "./channels/web/staff-socket.ts";
import { wallTopic } from "./channels/web/topics.ts";
import { type CustomerCtx, type Ground, inShop, type StaffCtx } from "./context.ts";
import { closeIdle } from "./conversations/conversations.ts";
import { openEventLog } from "./conversations/event-log.ts";
import { conversationRoutes } from "./conversations/routes.ts";
import { makeCustomerTokens } from "./customers/tokens.ts";
import { demoRoutes } from "./demo/routes.ts";
import type { Happenings } from "./happenings.ts";
import { resumeLogImports } from "./imports/imports.ts";
import { importRoutes } from "./imports/routes.ts";
import { openClassifier } from "./intents/classifier-store.ts";
import { reactWithClassifying } from "./intents/reactions.ts";
import { intentRoutes } from "./intents/routes.ts";
import { resumeKnowledgeImports } from "./knowledge/importing.ts";
import { knowledgeRoutes } from "./knowledge/routes.ts";
import { openTestAsking } from "./learning/asking.ts";
import { gatherHints } from "./learning/gathering.ts";
import { readLearnedInUse } from "./learning/learned.ts";
import { openLearner } from "./learning/learning.ts";
import { learningRoutes } from "./learning/routes.ts";
import { runChangedTests } from "./learning/test-runs.ts";
import { deliverMail, forgetOldMail } from "./mailing/outbox.ts";
import { mailingRoutes } from "./mailing/routes.ts";
import { openModels } from "./models/models.ts";
import { openNearness } from "./models/nearness.ts";
import { modelRoutes } from "./models/routes.ts";
import { openWriting } from "./models/writing/writing.ts";
import { apiRoutes } from "./platform/api/routes.ts";
import { makeBus } from "./platform/bus.ts";
import type { Clock } from "./platform/clock.ts";
import type { Database } from "./platform/db/database.ts";
import { AppError, notFound } from "./platform/errors.ts";
import { addressOf } from "./platform/http/address.ts";
import { headersOf, makeHandle, refuseForeignOrigin, toErrorReply } from "./platform/http/handle.ts";
import { makeRateLimit } from "./platform/rate-limit.ts";
import { makeHub } from "./platform/realtime/hub.ts";
import { openSockets } from "./platform/realtime/sockets.ts";
import { eachOnItsOwn, repeat } from "./platform/repeat.ts";
import { makeSeal } from "./platform/seal.ts";
import type { Secrets } from "./platform/secrets.ts";
import { openFileStore } from "./platform/storage.ts";
import { productRoutes } from "./products/routes.ts";
import { reactWithReports, runDueReports } from "./reports/reports.ts";
import { reportRoutes } from "./reports/routes.ts";
import { reactInRouting } from "./routing/reactions.ts";
import { routingRoutes } from "./routing/routes.ts";
import { shopRoutes } from "./shops/routes.ts";
import { getShop, listShopIds } from "./shops/shops.ts";
import { type Auth, openAuth } from "./staff/auth.ts";
import { signOffTheGone } from "./staff/presence.ts";
import { staffRoutes } from "./staff/routes.ts";
import { findActor } from "./staff/staff.ts";
import { makeSurveyLinks } from "./surveys/links.ts";
import { mailSender } from "./surveys/mail-sender.ts";
import { registerSurveyPage } from "./surveys/page-routes.ts";
import { reactWithSurveys } from "./surveys/reactions.ts";
import { surveyRoutes } from "./surveys/routes.ts";
import { sendDeliveries, webhookSender } from "./surveys/webhook.ts";

/** All wiring, in order, on one page: what exists, who reacts to what, which routes there are, what is swept. */

export type App = { http: FastifyInstance; ground: Ground; auth: Auth; close: () => Promise<void> };

export type AppParts = {
  database: Database;
  dataFolder: string;
  distFolder: string;
  publicUrl: string;
  secrets: Secrets;
  clock: Clock;
  log: Logger;
};

export async function openApp({
  database,
  dataFolder,
  distFolder,
  publicUrl,
  secrets,
  clock,
  log,
}: AppParts): Promise<App> {
  const bus = makeBus<Happenings>(log);
  const eventLog = openEventLog({ pool: database.pool, clock, bus });
  const ground: Ground = {
    db: database.db,
    eventLog,
    bus,
    clock,
    log,
    files: openFileStore(dataFolder),
    publicUrl,
  };
  const auth = openAuth({ databaseUrl: database.url, publicUrl, secret: secrets.staffSessions });
  const tokens = makeCustomerTokens(secrets.customerTokens);
  const seal = makeSeal(secrets.seal);
  const indexes = openIndexStore(ground, {
    dataFolder,
    learnedOf: (shopId) => readLearnedInUse(inShop(ground, shopId)),
  });
  const models = openModels(ground, seal);
  const nearness = openNearness(ground, models);
  const helpers = { nearness, writing: openWriting(ground, models) };
  const links = makeSurveyLinks(secrets.customerTokens);
  const classifier = openClassifier(ground);
  const asking = openTestAsking();
  const learner = openLearner(ground, asking);
  const hub = makeHub();

  // Who stands at the door.
  const staffOf = async (request: { headers: IncomingMessage["headers"] }): Promise<StaffCtx> => {
    const found = await findActor(ground, auth, headersOf(request));
    if (!found) throw new AppError("not_signed_in", "Sign in first.");
    return { ...ground, shopId: found.shopId, actor: found.actor };
  };
  const customerOf = async (request: FastifyRequest): Promise<CustomerCtx> => {
    const token = request.headers.authorization?.replace(/^Bearer /, "") ?? "";
    const { shopId, customerId } = await tokens.read(token);
    return { ...ground, shopId, actor: { kind: "customer", id: customerId } };
  };

  // Who reacts to what.
  pushToWindows(ground, hub);
  const bot = reactWithBot(ground, indexes, helpers);
  const routing = reactInRouting(ground);
  const folding = reactWithFolding(ground);
  const surveys = reactWithSurveys(ground, { links, senders: [mailSender, webhookSender] });
  const walls = pushWalls(ground, {
    isWatched: (shopId) => hub.has(wallTopic(shopId)),
    send: (shopId, now) => hub.send(wallTopic(shopId), { t: "wall", now } satisfies StaffPush),
  });
  const classifying = reactWithClassifying(ground, classifier);
  const downloads = carryDownloads(ground, { databaseUrl: database.url, dataFolder });
  reactWithReports(ground);

  // Routes.
  const http: FastifyInstance = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    trustProxy: "loopback",
    routerOptions: { maxParamLength: 200 },
  });
  http.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  );
  http.setErrorHandler((error, _request, reply) => {
    const { status, body } = toErrorReply(error, log);
    return reply.status(status).send(body);
  });
  openWidgetToOtherSites(http);
  signInRoutes(http, auth, clock);
  const handle = makeHandle(http, { ground, staffOf, customerOf });
  staffRoutes(handle, auth);
  shopRoutes(handle);
  webRoutes(handle, ground, tokens);
  conversationRoutes(handle);
  routingRoutes(handle);
  botRoutes(handle, indexes, helpers);
  knowledgeRoutes(handle);
  analyticsRoutes(handle);
  detailRoutes(handle);
  importRoutes(handle);
  surveyRoutes(handle);
  intentRoutes(handle, classifier);
  learningRoutes(handle, { learner, asking });
  productRoutes(handle);
  mailingRoutes(handle, seal);
  reportRoutes(handle);
  alertRoutes(handle);
  peerRoutes(handle);
  modelRoutes(handle, { models, nearness, seal });
  demoRoutes(handle, http, ground, auth);
  apiRoutes(handle, http, staffOf);
  http.get("/health", async () => {
    await database.pool.query("select 1");
    return { status: "ok" };
  });
  await registerSurveyPage(http, ground, links);
  await registerPages(http, ground, distFolder);
  const sockets = openSockets(http.server, {
    "/ws/customer": acceptCustomers(ground, { tokens, hub }),
    "/ws/staff": acceptStaff(ground, { hub, staffOf }),
  });

  // So that the first customer after a start does not wait for the index.
  const warming = warmUp(ground, indexes);

  // What a crash left, and what time brings.
  const sweeps = [
    repeat(1_000, routing.sweep, log),
    repeat(2_000, bot.sweep, log),
    repeat(2_000, folding.sweep, log),
    repeat(10_000, () => rollDays(ground), log),
    repeat(5_000, surveys.sweep, log),
    repeat(2_000, () => sendDeliveries(ground), log),
    repeat(3_000, classifying.sweep, log),
    repeat(5_000, () => gatherHints(ground), log),
    repeat(60_000, learner.sweep, log),
    repeat(10_000, () => runChangedTests(ground, asking), log),
    repeat(5_000, nearness.sweep, log),
    repeat(15_000, () => signOffTheGone(ground), log),
    repeat(5_000, () => resumeKnowledgeImports(ground), log),
    repeat(5_000, () => resumeLogImports(ground), log),
    repeat(5_000, downloads.sweep, log),
    repeat(60_000, () => deleteExpired(ground), log),
    repeat(30_000, () => closeIdleEverywhere(ground), log),
    repeat(3_000, () => deliverMail(ground, seal), log),
    repeat(20_000, () => runDueReports(ground), log),
    repeat(30_000, () => watchFigures(ground), log),
    repeat(10 * 60_000, () => reckonPeers(ground), log),
    repeat(3600_000, () => Promise.all([forgetOldMail(ground), forgetOldAlerts(ground)]), log),
  ];

  return {
    http,
    ground,
    auth,
    close: async () => {
      sockets.close();
      models.stop();
      folding.stop();
      walls.stop();
      classifying.stop();
      // A lesson may take a minute: who waits for it is told at once.
      await learner.close();
      await asking.close();
      await downloads.stop();
      await warming;
      await Promise.all(sweeps.map((sweep) => sweep.stop()));
      await nearness.close();
      await http.close();
      await eventLog.drain();
      await bus.settled();
      await indexes.close();
      await classifier.close();
      await auth.close();
    },
  };
}

/** The window runs on the shops' own pages, so its public routes answer to any origin; they carry no cookie. */
function openWidgetToOtherSites(http: FastifyInstance): void {
  http.addHook("onRequest", async (request, reply) => {
    if (!request.url.startsWith("/api/widget")) return;
    reply
      .header("access-control-allow-origin", "*")
      .header("access-control-allow-headers", "authorization, content-type")
      .header("access-control-max-age", "86400");
    if (request.method === "OPTIONS") return reply.status(204).send();
  });
  http.options("/api/*", async (_request, reply) => reply.status(204).send());
}

/** What of the auth library's many endpoints people need; the others would let anybody order links or list sessions. */
const openAuthPaths = new Set([
  "POST /api/auth/sign-in/email",
  "POST /api/auth/sign-out",
  "GET /api/auth/get-session",
  "GET /api/auth/magic-link/verify",
  "GET /api/auth/error",
]);

/** Guessing a password is slow work: attempts are counted by address. */
function signInRoutes(http: FastifyInstance, auth: Auth, clock: Clock): void {
  const attempts = makeRateLimit(limits.signInAttemptsPerMinute, clock);
  http.all("/api/auth/*", async (request, reply) => {
    refuseForeignOrigin(request);
    if (!openAuthPaths.has(`${request.method} ${request.url.split("?")[0]}`)) throw notFound("way to sign in");
    if (request.method === "POST") attempts.take(addressOf(request.raw));
    const host = request.headers["x-forwarded-host"] ?? request.headers.host;
    const url = URL.parse(request.url, `${request.protocol}://${host}`);
    if (!url) throw new AppError("invalid_input", "The Host header is not one.");
    const body = request.method === "GET" || request.method === "HEAD" ? undefined : JSON.stringify(request.body ?? {});
    const response = await auth.handle(new Request(url, { method: request.method, headers: headersOf(request), body }));
    reply.status(response.status);
    response.headers.forEach((value, name) => {
      if (name !== "set-cookie") reply.header(name, value);
    });
    for (const cookie of response.headers.getSetCookie()) reply.header("set-cookie", cookie);
    return reply.send(Buffer.from(await response.arrayBuffer()));
  });
}

const shopsWarmed = 20;

async function warmUp(ground: Ground, indexes: IndexStore): Promise<void> {
  try {
    for (const shopId of (await listShopIds(ground)).slice(0, shopsWarmed)) await indexes.get(shopId);
  } catch (error) {
    ground.log.warn({ err: error }, "an index could not be made at the start; the first question makes it");
  }
}

async function closeIdleEverywhere(ground: Ground): Promise<void> {
  const close = async (shopId: string) => {
    const ctx = inShop(ground, shopId);
    const { settings } = await getShop(ctx);
    await closeIdle(ctx, { idleMinutes: settings.idleCloseMinutes });
  };
  await eachOnItsOwn(await listShopIds(ground), close, ground.log);
}
