const width = 160;
const height = 44;
const pad = 3;

type Band = { low: number; high: number };

/**
 * A month at a glance: the line, its last point, the previous period as a dashed level, and the peers' middle half as a
 * band. Days without a value are
 * gaps, not zeros. The figures themselves are in the table behind the chart.
 */
export function Sparkline(props: {
  values: (number | null)[];
  previous: number | null;
  band?: Band | null;
  label: string;
}) {
  const known = props.values.filter((value) => value !== null);
  if (known.length < 2) return <div className="sparkline" aria-hidden="true" />;
  const { band } = props;
  const all = [...known, ...(props.previous === null ? [] : [props.previous]), ...(band ? [band.low, band.high] : [])];
  const low = Math.min(...all);
  const span = Math.max(...all) - low || 1;
  const x = (index: number) => pad + (index / (props.values.length - 1)) * (width - 2 * pad);
  const y = (value: number) => height - pad - ((value - low) / span) * (height - 2 * pad);

  let path = "";
  let isDrawing = false;
  for (const [index, value] of props.values.entries()) {
    if (value !== null) path += `${isDrawing ? "L" : "M"}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    isDrawing = value !== null;
  }
  const last = props.values.findLastIndex((value) => value !== null);
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img">
      <title>{props.label}</title>
      {band && (
        <rect
          className="sparkline-band"
          x="0"
          width={width}
          y={y(band.high)}
          height={Math.max(1, y(band.low) - y(band.high))}
        />
      )}
      {props.previous !== null && (
        <line className="sparkline-previous" x1="0" x2={width} y1={y(props.previous)} y2={y(props.previous)} />
      )}
      <path className="sparkline-line" d={path} />
      <path className="sparkline-end" d={`M${x(last).toFixed(1)} ${y(props.values[last]!).toFixed(1)}h.01`} />
    </svg>
  );
}
