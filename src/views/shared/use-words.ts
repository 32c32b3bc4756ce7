/** Words of an area that comes with its own chunk, in the reader's locale. */
import { areaWords, type Widen } from '../../describe/messages';
import { useExplorer } from './explorer-context';

/** `area` is an English catalogue such as `person` of `describe/messages/en/person.ts`. */
export function useWords<T extends object>(area: T): Widen<T> {
  return areaWords(area, useExplorer().state.locale);
}
