import { ApiError } from "./api.ts";

/**
 * A part of the program that is fetched only when it is wanted. If it cannot be fetched because nobody answers, that is
 * "offline", not "a new version": reloading would lose the tab.
 */
export async function fetchPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    const isServerThere = await fetch("/api/me").then(
      () => true,
      () => false,
    );
    throw isServerThere ? error : new ApiError("offline", "A part of the program could not be fetched.");
  }
}
