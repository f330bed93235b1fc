import { routes } from "@yingda/contract/routes";
import type { Handle } from "../platform/http/handle.ts";
import type { TestAsking } from "./asking.ts";
import { compareTests } from "./comparing.ts";
import { chooseLearned, type Learner } from "./learning.ts";
import { addHint, getLearning, listHints, listSuspiciousHints, reviewHint } from "./overview.ts";
import { getTestRun, listTestRuns, startTestRun } from "./test-runs.ts";
import { importTests } from "./test-sheet.ts";
import { deleteTests, listTests, saveTest } from "./tests.ts";

export function learningRoutes(handle: Handle, { learner, asking }: { learner: Learner; asking: TestAsking }): void {
  handle.staff(routes.getLearning, getLearning);
  handle.staff(routes.listHints, listHints);
  handle.staff(routes.addHint, addHint);
  handle.staff(routes.reviewHint, reviewHint);
  handle.staff(routes.listSuspiciousHints, listSuspiciousHints);
  handle.staff(routes.learnNow, learner.learnNow);
  handle.staff(routes.chooseLearned, chooseLearned);
  handle.staff(routes.listTests, listTests);
  handle.staff(routes.saveTest, saveTest);
  handle.staff(routes.importTests, importTests);
  handle.staff(routes.deleteTests, deleteTests);
  handle.staff(routes.startTestRun, (ctx) => startTestRun(ctx, asking));
  handle.staff(routes.listTestRuns, listTestRuns);
  handle.staff(routes.getTestRun, (ctx, { testRunId }) => getTestRun(ctx, testRunId));
  handle.staff(routes.compareTests, (ctx, input) => compareTests(ctx, asking, input));
}
