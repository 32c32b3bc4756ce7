/** A grade as a square that survives greyscale, 16 px and both themes: solid, half, two triangles, a bar, a dashed outline. */
import type { ReactNode } from 'react';
import type { Grade } from '../../model/schema';

const INSIDE: Readonly<Record<Grade, ReactNode>> = {
  supported: <path d="M1 1H15V15H1Z" fill="currentColor" />,
  'partly supported': <path d="M1 8H15V15H1Z" fill="currentColor" />,
  contested: (
    <>
      <path d="M1 1L8 8L1 15Z" fill="currentColor" />
      <path d="M15 1L8 8L15 15" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  misleading: <path d="M2 14L14 2" stroke="currentColor" strokeWidth="4" />,
  unsupported: null,
};

/** Decorative: the word of the grade always stands beside it. Null is a statement without a grade. */
export function GradeMark({ grade, size = 16 }: { readonly grade: Grade | null; readonly size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {grade === null ? (
        <path d="M2 14.5H14" stroke="currentColor" />
      ) : (
        <>
          <rect
            x="1"
            y="1"
            width="14"
            height="14"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeDasharray={grade === 'unsupported' ? '2.4 1.8' : undefined}
          />
          {INSIDE[grade]}
        </>
      )}
    </svg>
  );
}
