/** What the atlas says of the parts that a region is drawn by: where, how large, by which rule, from which source. */
import { useEffect, useState, type ReactNode } from 'react';
import { atlas } from '../../../describe/messages/en/atlas';
import { brain } from '../../../describe/messages/en/brain';
import { isAtlasRegion, type AtlasTable } from '../../../model/atlas';
import css from '../../claims/claims.module.css';
import { Section } from '../../claims/parts';
import { useWords } from '../../shared/use-words';
import { loadTable } from '../atlas-data';
import own from './findings.module.css';

export function AtlasFacts({ parts }: { readonly parts: readonly string[] }): ReactNode {
  const words = useWords(brain).card;
  const names = useWords(atlas).regions;
  const [table, setTable] = useState<AtlasTable | null>(null);
  useEffect(() => {
    let wanted = true;
    loadTable().then(
      (loaded) => wanted && setTable(loaded),
      // Without the table the card has everything but these lines.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  if (table === null || parts.length === 0) return null;
  return (
    <Section title={words.atlas}>
      {parts.filter(isAtlasRegion).map((part) => {
        const entries = table.entries.filter(({ region }) => region === part);
        const [first] = entries;
        if (first === undefined) return null;
        const volumes = entries.flatMap(({ side, volume }) => (volume === null ? [] : [words.volumeOf(words.side[side], volume)]));
        const facts: readonly (readonly [string, string])[] = [
          [
            words.centroid,
            entries.map(({ side, centroid }) => `${words.side[side]} ${centroid.join(', ')}`.replaceAll('-', '\u2212')).join('; '),
          ],
          [words.volume, volumes.length > 0 ? volumes.join(', ') : words.uncertain(first.uncertainty ?? 0)],
          [words.rule, first.rule],
          [words.source, first.source],
        ];
        return (
          <div key={part}>
            {parts.length > 1 && <p>{names[part]}</p>}
            <dl className={css['facts']}>
              {facts.map(([name, value]) => (
                <div key={name} className={own['fact']}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </div>
        );
      })}
    </Section>
  );
}
