/** Whether a level stands in a figure that leaves its settings out: then it shows its picture and its one control, whatever the height. */
import { createContext } from 'react';

export const Compact = createContext(false);

/** Whether the level is the picture of a slide, which has its own first heading. */
export const OnSlide = createContext(false);
