/** A QR code, made in the page: dark on light in every theme, with the quiet edge that cameras need. */
import { encode } from 'uqr';
import type { ReactNode } from 'react';

/** Light modules around the code, which the standard asks for. */
const QUIET = 4;

/** The dark modules as one path in units of a module, with the side of the whole; null when the text is too long for a code. */
export function qrPath(text: string): { readonly path: string; readonly side: number } | null {
  try {
    const { data, size } = encode(text, { ecc: 'M', border: QUIET });
    const rows = data.map((row, y) => {
      let path = '';
      for (let x = 0; x < size; x += 1) {
        if (row[x] !== true) continue;
        const from = x;
        while (row[x + 1] === true) x += 1;
        path += `M${from} ${y}h${x - from + 1}v1h${from - x - 1}z`;
      }
      return path;
    });
    return { path: rows.join(''), side: size };
  } catch {
    return null;
  }
}

interface Props {
  readonly text: string;
  /** Names it for assistive technology. */
  readonly label: string;
  /** Side in CSS pixels. */
  readonly size: number;
  /** Shown in its place when the text is too long. */
  readonly otherwise: ReactNode;
}

export function QrCode({ text, label, size, otherwise }: Props): ReactNode {
  const code = qrPath(text);
  if (code === null) return otherwise;
  return (
    <svg width={size} height={size} viewBox={`0 0 ${code.side} ${code.side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={`M0 0h${code.side}v${code.side}h-${code.side}z`} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  );
}
