import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import type { Permission } from "@yingda/contract/permissions";
import type { ReactNode } from "react";
import { ApiError } from "./api.ts";
import { fetchPart } from "./fetch-part.ts";
import { figureSearchNames } from "./figures/address.ts";
import { CrashPage, NoPermissionPage, NotFoundPage } from "./layout/dead-ends.tsx";
import { BareShell, Shell } from "./layout/shell.tsx";
import { detailSearchNames } from "./pages/details/address.ts";
import { meQuery } from "./session.ts";
import { PageSkeleton } from "./ui/states.tsx";

/**
 * Every page of the console. A page is a folder under pages/ with `page.tsx`, fetched when it is first opened.
 * Search parameters are plain strings, named here so that links between pages are checked.
 */

type Search<Name extends string> = { [K in Name]?: string };

function strings<Name extends string>(...names: Name[]) {
  return (search: Record<string, unknown>): Search<Name> => {
    const kept: Search<Name> = {};
    for (const name of names) if (search[name] !== undefined && search[name] !== "") kept[name] = String(search[name]);
    return kept;
  };
}

const root = createRootRouteWithContext<{ client: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
});

type PageModule = { default: () => ReactNode };

const fetchPage = (load: () => Promise<PageModule>) => lazyRouteComponent(() => fetchPart(load));

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: strings("to", "error"),
  component: fetchPage(() => import("./pages/login/page.tsx")),
});

/** The auth library comes back to "/" with ?error= when a sign-in link was used up; the sign-in page says so. */
async function mustBeSignedIn({
  context,
  location,
}: {
  context: { client: QueryClient };
  location: { pathname: string; href: string; searchStr: string };
}) {
  try {
    await context.client.ensureQueryData(meQuery);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== "not_signed_in") throw error;
    const to = location.pathname === "/" ? undefined : location.href;
    throw redirect({
      to: "/login",
      search: { to, error: new URLSearchParams(location.searchStr).get("error") ?? undefined },
    });
  }
}

const shell = createRoute({ getParentRoute: () => root, id: "shell", component: Shell, beforeLoad: mustBeSignedIn });
const bare = createRoute({ getParentRoute: () => root, id: "bare", component: BareShell, beforeLoad: mustBeSignedIn });

/** Pages that need a permission say who can give it, rather than failing call by call. */
function need(permission: Exclude<Permission, "public" | "customer" | "staff">) {
  return ({ context }: { context: { client: QueryClient } }) => {
    const me = context.client.getQueryData(meQuery.queryKey);
    if (me && !me.permissions.includes(permission)) throw new Forbidden(permission);
  };
}

class Forbidden extends Error {
  readonly permission: Parameters<typeof need>[0];
  constructor(permission: Parameters<typeof need>[0]) {
    super(`Needs ${permission}.`);
    this.permission = permission;
  }
}

function PageError({ error }: ErrorComponentProps) {
  if (error instanceof Forbidden) return <NoPermissionPage permission={error.permission} />;
  return <CrashPage error={error instanceof Error ? error : new Error(String(error))} />;
}

const home = createRoute({
  getParentRoute: () => shell,
  path: "/",
  validateSearch: strings("days"),
  /** Who serves but does not read figures starts where the work is. */
  beforeLoad: ({ context }: { context: { client: QueryClient } }): void => {
    const me = context.client.getQueryData(meQuery.queryKey);
    if (me && !me.permissions.includes("analytics.read")) throw redirect({ to: "/workspace" });
  },
  component: fetchPage(() => import("./pages/home/page.tsx")),
});

const wall = createRoute({
  getParentRoute: () => bare,
  path: "/wall",
  /** `against`: the day that today is held against. */
  validateSearch: strings("against"),
  beforeLoad: need("analytics.read"),
  component: fetchPage(() => import("./pages/wall/page.tsx")),
});

const workspace = createRoute({
  getParentRoute: () => shell,
  path: "/workspace",
  validateSearch: strings("scope", "conversation"),
  beforeLoad: need("conversations.serve"),
  component: fetchPage(() => import("./pages/workspace/page.tsx")),
});

const conversations = createRoute({
  getParentRoute: () => shell,
  path: "/conversations",
  validateSearch: strings(
    ...([
      "metric",
      "part",
      "from",
      "to",
      "filters",
      "page",
      "search",
      "handling",
      "agentId",
      "channel",
      "customerId",
    ] as const),
  ),
  beforeLoad: need("conversations.serve"),
  component: fetchPage(() => import("./pages/conversations/page.tsx")),
});

const transcript = createRoute({
  getParentRoute: () => shell,
  path: "/conversations/$conversationId",
  /** `seqs`: the events that made a figure, "3,7"; `metric`: which figure; `from`, `to`, `part`: the way back. */
  validateSearch: strings("seqs", "metric", "part", "from", "to", "filters"),
  beforeLoad: need("conversations.serve"),
  component: fetchPage(() => import("./pages/conversations/transcript.tsx")),
});

/** What the pages of figures share stands in their common address: see figures/address.ts. */
const analytics = createRoute({
  getParentRoute: () => shell,
  path: "/analytics",
  validateSearch: strings(...figureSearchNames),
  beforeLoad: need("analytics.read"),
  component: fetchPage(() => import("./pages/analytics/frame.tsx")),
});

const analyticsStart = createRoute({
  getParentRoute: () => analytics,
  path: "/",
  beforeLoad: ({ search }) => {
    throw redirect({ to: "/analytics/efficiency", search });
  },
});

const efficiency = createRoute({
  getParentRoute: () => analytics,
  path: "/efficiency",
  component: fetchPage(() => import("./pages/analytics/efficiency.tsx")),
});

const quality = createRoute({
  getParentRoute: () => analytics,
  path: "/quality",
  component: fetchPage(() => import("./pages/analytics/quality.tsx")),
});

const bot = createRoute({
  getParentRoute: () => analytics,
  path: "/bot",
  component: fetchPage(() => import("./pages/analytics/bot.tsx")),
});

const people = createRoute({
  getParentRoute: () => analytics,
  path: "/people",
  component: fetchPage(() => import("./pages/analytics/people.tsx")),
});

const surveys = createRoute({
  getParentRoute: () => analytics,
  path: "/surveys",
  component: fetchPage(() => import("./pages/analytics/surveys.tsx")),
});

const comparison = createRoute({
  getParentRoute: () => analytics,
  path: "/comparison",
  component: fetchPage(() => import("./pages/analytics/comparison.tsx")),
});

const diagnosis = createRoute({
  getParentRoute: () => analytics,
  path: "/diagnosis",
  component: fetchPage(() => import("./pages/analytics/diagnosis.tsx")),
});

const reference = createRoute({
  getParentRoute: () => analytics,
  path: "/reference",
  component: fetchPage(() => import("./pages/analytics/reference.tsx")),
});

const conversationDetails = createRoute({
  getParentRoute: () => analytics,
  path: "/conversations",
  validateSearch: strings(...detailSearchNames),
  component: fetchPage(() => import("./pages/details/conversations-page.tsx")),
});

const agentDetails = createRoute({
  getParentRoute: () => analytics,
  path: "/agents",
  validateSearch: strings(...detailSearchNames),
  component: fetchPage(() => import("./pages/details/agents-page.tsx")),
});

const knowledge = createRoute({
  getParentRoute: () => shell,
  path: "/knowledge",
  /** `ask`: open the test bench with this question; `draft`: start a new entry with it. */
  validateSearch: strings("entry", "search", "category", "isEnabled", "page", "ask", "draft"),
  beforeLoad: need("knowledge.read"),
  component: fetchPage(() => import("./pages/knowledge/page.tsx")),
});

const knowledgeImport = createRoute({
  getParentRoute: () => shell,
  path: "/knowledge/import",
  validateSearch: strings("import"),
  beforeLoad: need("knowledge.edit"),
  component: fetchPage(() => import("./pages/knowledge/import.tsx")),
});

const learning = createRoute({
  getParentRoute: () => shell,
  path: "/knowledge/learning",
  /** `tab`: learning, tests or suspicious; the others filter the list of each. */
  validateSearch: strings("tab", "source", "verdict", "search", "page"),
  beforeLoad: need("knowledge.edit"),
  component: fetchPage(() => import("./pages/learning/page.tsx")),
});

const intents = createRoute({
  getParentRoute: () => shell,
  path: "/intents",
  /** `intent`: the one open in the editor; `tab`, `search`, `page`: the list of products. */
  validateSearch: strings("intent", "tab", "search", "page"),
  beforeLoad: need("knowledge.edit"),
  component: fetchPage(() => import("./pages/intents/page.tsx")),
});

const imports = createRoute({
  getParentRoute: () => shell,
  path: "/imports",
  validateSearch: strings("import"),
  beforeLoad: need("imports.run"),
  component: fetchPage(() => import("./pages/imports/page.tsx")),
});

const staff = createRoute({
  getParentRoute: () => shell,
  path: "/staff",
  beforeLoad: need("staff.manage"),
  component: fetchPage(() => import("./pages/staff/page.tsx")),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: "/settings",
  validateSearch: strings("section"),
  // Who edits knowledge keeps the quick phrases; the other sections ask for more.
  beforeLoad: need("knowledge.edit"),
  component: fetchPage(() => import("./pages/settings/page.tsx")),
});

export function createConsoleRouter(client: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      login,
      shell.addChildren([
        home,
        workspace,
        conversations,
        transcript,
        analytics.addChildren([
          analyticsStart,
          efficiency,
          quality,
          bot,
          people,
          surveys,
          comparison,
          diagnosis,
          conversationDetails,
          agentDetails,
          reference,
        ]),
        knowledge,
        knowledgeImport,
        learning,
        intents,
        imports,
        staff,
        settings,
      ]),
      bare.addChildren([wall]),
    ]),
    context: { client },
    defaultPreload: "intent",
    defaultPendingMs: 200,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: PageError,
    // Addresses people can read and type: plain strings, no JSON quotes.
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const query = new URLSearchParams(
        Object.entries(search).filter(([, value]) => value !== undefined) as [string, string][],
      ).toString();
      return query ? `?${query}` : "";
    },
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
