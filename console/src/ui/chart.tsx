import type { EChartsCoreOption, EChartsType } from "echarts/core";
import { useEffect, useRef } from "react";

/** An ECharts picture. The library is fetched when the first chart is shown; a new option changes the picture in place. */
export function Chart({
  option,
  height,
  label,
}: {
  option: EChartsCoreOption;
  height: number | string;
  label: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const latest = useRef(option);
  latest.current = option;

  useEffect(() => {
    let isGone = false;
    let stop = () => {};
    void import("./echarts.ts").then(({ init }) => {
      if (isGone || !box.current) return;
      const drawn = init(box.current, null, { renderer: "svg" });
      drawn.setOption(latest.current);
      chart.current = drawn;
      const watch = new ResizeObserver(() => drawn.resize());
      watch.observe(box.current);
      stop = () => {
        watch.disconnect();
        drawn.dispose();
        chart.current = null;
      };
    });
    return () => {
      isGone = true;
      stop();
    };
  }, []);
  useEffect(() => chart.current?.setOption(option, { notMerge: true }), [option]);

  return <div ref={box} style={{ height }} role="img" aria-label={label} />;
}
