import { type QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import type { Permission } from "@yingda/contract/permissions";
import { routes } from "@yingda/contract/routes";
import type { Me } from "@yingda/contract/routes/session";
import { ApiError, call } from "./api.ts";

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) => call(routes.getMe, {}, signal),
  staleTime: 60_000,
});

/** Inside the shell, where somebody is signed in. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error("useMe is for pages inside the shell, where somebody is signed in.");
  return data;
}

export function useCan() {
  const { permissions } = useMe();
  return (permission: Permission) => permissions.includes(permission);
}

export async function signIn(input: { email: string; password: string }) {
  const response = await authenticate("sign-in/email", input);
  if (response.ok) return;
  if (response.status === 429) throw new ApiError("too_many_requests", "Too many attempts.");
  if (response.status >= 500) throw new ApiError("internal", `HTTP ${response.status}`);
  throw new ApiError("not_signed_in", "E-mail or password is wrong.");
}

export async function signOut(client: QueryClient) {
  await authenticate("sign-out", {});
  client.clear();
}

/** Signing in and out belong to the server's auth library; they are not routes of the contract. */
function authenticate(path: string, body: object) {
  return fetch(`/api/auth/${path}`, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new ApiError("offline", "The server was not reached.");
  });
}
