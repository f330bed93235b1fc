import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { AfterAWhile, ErrorState } from "../../ui/states.tsx";
import { CamePanel } from "./came-panel.tsx";
import { HintList } from "./hint-list.tsx";
import { InUsePanel } from "./in-use-panel.tsx";
import { learningQuery } from "./learning-data.ts";
import { RunTable } from "./run-table.tsx";

export function LearningTab() {
  const learning = useQuery(learningQuery);
  if (learning.isError && !learning.data) return <ErrorState error={learning.error} retry={learning.refetch} />;
  if (!learning.data) {
    return (
      <AfterAWhile>
        <div className="panel" aria-busy="true">
          <Skeleton active paragraph={{ rows: 10 }} />
        </div>
      </AfterAWhile>
    );
  }
  return (
    <div className="learning">
      <InUsePanel learning={learning.data} />
      <CamePanel learning={learning.data} />
      <RunTable learning={learning.data} />
      <HintList />
    </div>
  );
}
