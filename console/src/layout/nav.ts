import type { Permission } from "@yingda/contract/permissions";
import {
  ConversationsIcon,
  FiguresIcon,
  HomeIcon,
  ImportIcon,
  KnowledgeIcon,
  SettingsIcon,
  StaffIcon,
  WorkspaceIcon,
} from "../ui/icons.tsx";

/** The rail's places, in order, each for those who may go there. */
export const places = [
  { to: "/", word: "home", Icon: HomeIcon, permission: "analytics.read" },
  { to: "/workspace", word: "workspace", Icon: WorkspaceIcon, permission: "conversations.serve" },
  { to: "/conversations", word: "conversations", Icon: ConversationsIcon, permission: "conversations.serve" },
  { to: "/analytics", word: "analytics", Icon: FiguresIcon, permission: "analytics.read" },
  { to: "/knowledge", word: "knowledge", Icon: KnowledgeIcon, permission: "knowledge.read" },
  { to: "/imports", word: "imports", Icon: ImportIcon, permission: "imports.run" },
  { to: "/staff", word: "staff", Icon: StaffIcon, permission: "staff.manage" },
  { to: "/settings", word: "settings", Icon: SettingsIcon, permission: "knowledge.edit" },
] as const satisfies readonly { to: string; word: string; permission: Permission; Icon: unknown }[];
