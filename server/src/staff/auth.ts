import { betterAuth } from "better-auth";
import { magicLink } from "better-auth/plugins";
import pg from "pg";
import { surviveOutages } from "../platform/db/database.ts";

/**
 * Who somebody is: passwords, sessions and one-time links are better-auth's work. What they may do in which shop is
 * the staff table's.
 */
export type Auth = {
  /** Handles everything under /api/auth. */
  handle: (request: Request) => Promise<Response>;
  findUserId: (headers: Headers) => Promise<string | null>;
  createUser: (person: { email: string; name: string }) => Promise<string>;
  makeSignInLink: (email: string) => Promise<{ url: string; expiresAt: string }>;
  hasPassword: (userId: string) => Promise<boolean>;
  setPassword: (headers: Headers, newPassword: string, currentPassword?: string) => Promise<void>;
  endSessions: (userId: string) => Promise<void>;
  deleteUser: (userId: string) => Promise<void>;
  close: () => Promise<void>;
};

const linkLifeSeconds = 24 * 3600;

export function openAuth({
  databaseUrl,
  publicUrl,
  secret,
}: {
  databaseUrl: string;
  publicUrl: string;
  secret: string;
}): Auth {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4, options: "-c search_path=auth" });
  surviveOutages(pool);
  /** Tokens of links asked for and not yet handed out, by e-mail. */
  const tokens = new Map<string, string>();
  const auth = betterAuth({
    baseURL: publicUrl,
    basePath: "/api/auth",
    secret,
    database: pool,
    // The request's own address is asked for by name: the server may be reached by several (localhost, LAN, proxy).
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8 },
    session: { expiresIn: 30 * 24 * 3600, updateAge: 24 * 3600, cookieCache: { enabled: true, maxAge: 60 } },
    advanced: { cookiePrefix: "yingda", useSecureCookies: publicUrl.startsWith("https:") },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: linkLifeSeconds,
        sendMagicLink: async ({ email, token }) => {
          tokens.set(email, token);
        },
      }),
    ],
  });

  return {
    handle: (request) => auth.handler(request),
    findUserId: async (headers) => (await auth.api.getSession({ headers }))?.user.id ?? null,
    createUser: async ({ email, name }) => {
      const { internalAdapter } = await auth.$context;
      const known = await internalAdapter.findUserByEmail(email);
      return known
        ? known.user.id
        : (await internalAdapter.createUser({ email, name, emailVerified: true }, { method: "admin" })).id;
    },
    makeSignInLink: async (email) => {
      await auth.api.signInMagicLink({ body: { email, callbackURL: "/" }, headers: new Headers() });
      const token = tokens.get(email);
      tokens.delete(email);
      if (!token) throw new Error("the auth library made no link");
      const expiresAt = new Date(Date.now() + linkLifeSeconds * 1000).toISOString();
      return { url: `${publicUrl}/api/auth/magic-link/verify?token=${token}&callbackURL=%2F`, expiresAt };
    },
    hasPassword: async (userId) => {
      const { internalAdapter } = await auth.$context;
      const accounts = await internalAdapter.findAccounts(userId);
      return accounts.some((account) => account.providerId === "credential" && account.password);
    },
    setPassword: async (headers, newPassword, currentPassword) => {
      if (currentPassword !== undefined) {
        await auth.api.changePassword({ headers, body: { newPassword, currentPassword, revokeOtherSessions: true } });
      } else await auth.api.setPassword({ headers, body: { newPassword } });
    },
    endSessions: async (userId) => {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteUserSessions(userId);
    },
    deleteUser: async (userId) => {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteUser(userId);
    },
    close: () => pool.end(),
  };
}
