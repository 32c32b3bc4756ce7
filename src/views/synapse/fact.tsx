/** One number with its unit and where it comes from. */
import type { ReactNode } from 'react';
import { parameterText, sourceText } from '../../describe/quantities';
import { Sci } from '../../design/sci';
import type { Parameter } from '../../model/schema';
import css from '../claims/claims.module.css';
import { useExplorer } from '../shared/explorer-context';

export function Fact({ parameter }: { readonly parameter: Parameter }): ReactNode {
  const { messages } = useExplorer();
  return (
    <span>
      <Sci text={parameter.name} />: <b>{parameterText(parameter, messages)}</b>
      <br />
      <span className={css['faint']}>
        <Sci text={sourceText(parameter, messages)} />
      </span>
    </span>
  );
}
