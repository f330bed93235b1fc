import { about } from "./zh-CN/about.ts";
import { alerts } from "./zh-CN/alerts.ts";
import { common } from "./zh-CN/common.ts";
import { conversations } from "./zh-CN/conversations.ts";
import { details } from "./zh-CN/details.ts";
import { errors } from "./zh-CN/errors.ts";
import { figures } from "./zh-CN/figures.ts";
import { home } from "./zh-CN/home.ts";
import { imports } from "./zh-CN/imports.ts";
import { intents } from "./zh-CN/intents.ts";
import { knowledge } from "./zh-CN/knowledge.ts";
import { learning } from "./zh-CN/learning.ts";
import { login } from "./zh-CN/login.ts";
import { mailing } from "./zh-CN/mailing.ts";
import { measures } from "./zh-CN/measures.ts";
import { models } from "./zh-CN/models.ts";
import { peers } from "./zh-CN/peers.ts";
import { reports } from "./zh-CN/reports.ts";
import { settings } from "./zh-CN/settings.ts";
import { staff } from "./zh-CN/staff.ts";
import { surveys } from "./zh-CN/surveys.ts";
import { wall } from "./zh-CN/wall.ts";
import { workspace } from "./zh-CN/workspace.ts";

/** One namespace per area. */
export const texts = {
  about,
  alerts,
  common,
  conversations,
  details,
  errors,
  figures,
  home,
  imports,
  intents,
  knowledge,
  learning,
  login,
  mailing,
  measures,
  models,
  peers,
  reports,
  settings,
  staff,
  surveys,
  wall,
  workspace,
};
