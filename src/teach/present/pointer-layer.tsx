/** Laser and spotlight over a slide. The place is told as parts of the slide, so that both windows show it at the same thing. */
import { useRef, type PointerEvent, type ReactNode } from 'react';
import css from './present.module.css';
import { useLecture } from './use-lecture';

export function PointerLayer({ children }: { readonly children: ReactNode }): ReactNode {
  const { lecture, pointer, point } = useLecture();
  const box = useRef<HTMLDivElement>(null);
  const follow = (event: PointerEvent): void => {
    const place = box.current?.getBoundingClientRect();
    if (lecture.tool === 'none' || place === undefined) return;
    point((event.clientX - place.left) / place.width, (event.clientY - place.top) / place.height);
  };
  const at = pointer ?? { x: 0.5, y: 0.5 };
  return (
    <div className={css['pointed']} ref={box} data-tool={lecture.tool} onPointerMove={follow}>
      {children}
      {lecture.tool === 'laser' && (
        <i className={css['laser']} data-testid="laser" style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%` }} />
      )}
      {lecture.tool === 'spotlight' && (
        <i
          className={css['spotlight']}
          data-testid="spotlight"
          style={{ background: `radial-gradient(circle at ${at.x * 100}% ${at.y * 100}%, transparent 11%, rgb(0 0 0 / 72%) 11.4%)` }}
        />
      )}
    </div>
  );
}
