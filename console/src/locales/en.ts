import { about } from "./en/about.ts";
import { alerts } from "./en/alerts.ts";
import { common } from "./en/common.ts";
import { conversations } from "./en/conversations.ts";
import { details } from "./en/details.ts";
import { errors } from "./en/errors.ts";
import { figures } from "./en/figures.ts";
import { home } from "./en/home.ts";
import { imports } from "./en/imports.ts";
import { intents } from "./en/intents.ts";
import { knowledge } from "./en/knowledge.ts";
import { learning } from "./en/learning.ts";
import { login } from "./en/login.ts";
import { mailing } from "./en/mailing.ts";
import { measures } from "./en/measures.ts";
import { models } from "./en/models.ts";
import { peers } from "./en/peers.ts";
import { reports } from "./en/reports.ts";
import { settings } from "./en/settings.ts";
import { staff } from "./en/staff.ts";
import { surveys } from "./en/surveys.ts";
import { wall } from "./en/wall.ts";
import { workspace } from "./en/workspace.ts";

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
