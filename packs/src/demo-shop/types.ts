/** The shapes in which a pack describes a shop. Plain data: whoever loads it makes the ids. */

export type KnowledgeEntry = {
  /** Stable name inside the pack; the loader maps it to an id. */
  key: string;
  /** Two levels, joined by a slash. */
  category: string;
  question: string;
  similar: readonly string[];
  /** Restricted HTML: p br strong em ul ol li a img. */
  answer: string;
};

export type Category = { name: string; children: readonly string[] };

export type Product = {
  id: string;
  title: { zh: string; en: string };
  /** What customers call it. */
  aliases: readonly string[];
  category: string;
  /** Yuan. */
  price: number;
  summary: { zh: string; en: string };
  attributes: readonly { name: { zh: string; en: string }; value: { zh: string; en: string } }[];
  image: string;
};

export type AgentKey = "linxiao" | "zhouhang" | "xuwan";

export type Agent = {
  key: AgentKey;
  name: string;
  role: "supervisor" | "agent";
  /** Conversations at once. */
  capacity: number;
};

export type QuickPhrase = { group: string; shortcut: string; text: string };
