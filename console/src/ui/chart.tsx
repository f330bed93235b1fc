import type { EChartsCoreOption } from "echarts/core";
import { useEffect, useRef } from "react";

/** An ECharts picture. The library is fetched when the first chart is shown. */
export function Chart({ option, height, label }: { option: EChartsCoreOption; height: number; label: string }) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let isGone = false;
    let stop = () => {};
    void import("./echarts.ts").then(({ init }) => {
      if (isGone || !box.current) return;
      const chart = init(box.current, null, { renderer: "svg" });
      chart.setOption(option);
      const watch = new ResizeObserver(() => chart.resize());
      watch.observe(box.current);
      stop = () => {
        watch.disconnect();
        chart.dispose();
      };
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [option]);

  return <div ref={box} style={{ height }} role="img" aria-label={label} />;
}
