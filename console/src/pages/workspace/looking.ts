/** Which conversation is on screen, for whoever asks outside of React: sounds, unread counts. */
let openId: string | null = null;

export function setOpenConversation(conversationId: string | null) {
  openId = conversationId;
}

/** What is open in a hidden tab is not being read. */
export const readingId = () => (document.visibilityState === "visible" ? openId : null);
