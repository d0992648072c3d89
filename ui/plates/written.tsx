const SERIF = "Source Serif 4, Source Serif 4 Variable, Georgia, serif";
const SANS = "Inter, Inter Variable, Helvetica, Arial, sans-serif";

/** Lines of text below each other; `y` is the base of the first one. */
export function Written({
  lines,
  x,
  y,
  size,
  fill,
  leading = 1.35,
  serif = false,
  weight = 400,
  anchor = "start",
}: {
  lines: readonly string[];
  x: number;
  y: number;
  size: number;
  fill: string;
  leading?: number;
  serif?: boolean;
  weight?: 400 | 600;
  anchor?: "start" | "middle" | "end";
}) {
  return (
    <text
      fontFamily={serif ? SERIF : SANS}
      fontSize={size}
      fontWeight={weight}
      fill={fill}
      textAnchor={anchor}
    >
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
        <tspan key={at} x={x} y={round(y + at * size * leading)}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Places to a tenth of a pixel: short in the file, and finer than anybody sees. */
export const round = (value: number): number => Math.round(value * 10) / 10;
