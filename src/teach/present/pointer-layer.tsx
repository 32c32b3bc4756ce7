/**
 * Laser and spotlight over a slide. The place is told as a place in a part of the slide, its text or its picture, so that the pointer is
 * on the same thing in windows that lay these out differently.
 */
import { useRef, type CSSProperties, type PointerEvent, type ReactNode } from 'react';
import { SLIDE_PARTS, type Pointed } from './messages';
import css from './present.module.css';
import { useLecture } from './use-lecture';

interface Place {
  readonly x: number;
  readonly y: number;
}

const MIDDLE: Pointed = { part: 'slide', x: 0.5, y: 0.5 };

function boxOf(layer: Element, part: Pointed['part']): DOMRect {
  return (part === 'slide' ? layer : (layer.querySelector(`[data-part="${part}"]`) ?? layer)).getBoundingClientRect();
}

/** The part that a place of the window is in, the whole slide if in neither. */
function pointedAt(layer: Element, { x, y }: Place): Pointed {
  const part =
    SLIDE_PARTS.find((name) => {
      const { left, right, top, bottom, width } = boxOf(layer, name);
      return width > 0 && x >= left && x < right && y >= top && y < bottom;
    }) ?? 'slide';
  const box = boxOf(layer, part);
  return { part, x: (x - box.left) / box.width, y: (y - box.top) / box.height };
}

/** Where that is in this window's layer, as parts of its width and height. */
function placeIn(layer: Element, { part, x, y }: Pointed): Place {
  const [whole, box] = [layer.getBoundingClientRect(), boxOf(layer, part)];
  return { x: (box.left + x * box.width - whole.left) / whole.width, y: (box.top + y * box.height - whole.top) / whole.height };
}

export function PointerLayer({ children }: { readonly children: ReactNode }): ReactNode {
  const { lecture, point } = useLecture();
  const layer = useRef<HTMLDivElement>(null);
  const follow = (event: PointerEvent): void => {
    if (lecture.tool === 'none' || layer.current === null) return;
    point(pointedAt(layer.current, { x: event.clientX, y: event.clientY }));
  };
  return (
    // Captured: the parts of a picture that are dragged keep the event to themselves.
    <div className={css['pointed']} ref={layer} data-tool={lecture.tool} onPointerMoveCapture={follow}>
      {children}
      {lecture.tool !== 'none' && <Mark tool={lecture.tool} layer={layer} />}
    </div>
  );
}

function Mark({ tool, layer }: { readonly tool: 'laser' | 'spotlight'; readonly layer: { readonly current: Element | null } }): ReactNode {
  const { pointer } = useLecture();
  const style = (element: HTMLElement | null): void => {
    if (element === null || layer.current === null) return;
    const { x, y } = placeIn(layer.current, pointer ?? MIDDLE);
    element.style.setProperty('--x', `${x * 100}%`);
    element.style.setProperty('--y', `${y * 100}%`);
  };
  const start: CSSProperties & Readonly<Record<'--x' | '--y', string>> = { '--x': '50%', '--y': '50%' };
  return <i className={css[tool]} data-testid={tool} ref={style} style={start} />;
}
