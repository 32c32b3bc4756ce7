/** The metabotropic receptor, coarse and said to be so: no channel, a share of active receptors that follows glutamate. */
import { useMemo, type ReactNode } from 'react';
import { receptor as receptorWords } from '../../describe/messages/en/receptor';
import { useWords } from '../shared/use-words';
import { Sci } from '../../design/sci';
import { useExplorer } from '../shared/explorer-context';
import { useSize } from '../shared/use-size';
import { TracePlot } from '../plots/trace-plot';
import { PlotExport } from '../shared/plot-export';
import { plain } from './numbers-text';
import css from './recording.module.css';
import { activeShare, parametersOf } from './setup';

const SAMPLES = 101;
/** Time constants that the curve spans. */
const SPAN = 5;

/** The two Parameters of the coarse model; undefined when the pack lacks them. */
export function mglurNumbers(model: Parameters<typeof parametersOf>[0]): { readonly ec50_uM: number; readonly tau_ms: number } | undefined {
  const [ec50, tau] = parametersOf(model, ['mglur5.ec50', 'mglur5.activation']);
  return ec50 === undefined || tau === undefined ? undefined : { ec50_uM: ec50.value, tau_ms: tau.value };
}

export function MglurRecording({ glutamate_uM }: { readonly glutamate_uM: number }): ReactNode {
  const { model } = useExplorer();
  const receptor = useWords(receptorWords);
  const words = receptor.mglur;
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const parameters = parametersOf(model, ['mglur5.ec50', 'mglur5.activation']);
  const numbers = mglurNumbers(model);
  const share = numbers === undefined ? 0 : activeShare(glutamate_uM, numbers.ec50_uM);
  const tau = numbers?.tau_ms ?? 1;
  const line = useMemo(() => {
    const x = Array.from({ length: SAMPLES }, (_, k) => (k / (SAMPLES - 1)) * SPAN * tau);
    return { x, y: x.map((t) => 100 * share * (1 - Math.exp(-t / tau))) };
  }, [share, tau]);
  return (
    <div className={css['recording']}>
      <p className={css['mglurLead']}>
        <Sci text={words.lead} />
      </p>
      <div className={css['mglurBody']}>
        <div ref={box} className={css['plotBox']}>
          <p className={css['plotTitle']}>{receptor.trace.mglurTitle}</p>
          <div className={css['save']} data-tool>
            <PlotExport
              name="mglu5-active-share"
              title={receptor.trace.mglurTitle}
              figure={() => box.current}
              table={() => ({
                columns: [
                  { id: 'time', label: words.save.time, unit: 'ms' },
                  { id: 'active', label: words.active, unit: '%' },
                ],
                rows: line.x.map((time, k) => [time, line.y[k] ?? null]),
              })}
              cite={words.save.cite(plain(glutamate_uM))}
            />
          </div>
          {width > 0 && (
            <TracePlot
              width={width}
              height={Math.max(70, height - 18)}
              labelRoom={96}
              lines={[{ id: 'active', label: words.activeLine, tone: 'mglur', ...line }]}
              xDomain={[0, SPAN * tau]}
              yDomain={[0, 100]}
              xUnit={receptor.trace.milliseconds}
              yTicks={2}
              summary={`${words.active}: ${receptor.of(plain(100 * share))}`}
            />
          )}
        </div>
        <div className={css['facts']}>
          <dl>
            <div>
              <dt>{words.active}</dt>
              <dd>{receptor.of(plain(100 * share))}</dd>
            </div>
            {parameters.map((parameter) => (
              <div key={parameter.id}>
                <dt>{parameter.id.endsWith('ec50') ? words.ec50 : words.time}</dt>
                <dd>
                  {plain(parameter.value)} {parameter.unit === 'uM' ? 'µM' : parameter.unit}
                  <small>
                    {parameter.range === undefined ? '' : ` (${plain(parameter.range[0])}\u2013${plain(parameter.range[1])})`}{' '}
                    {words.teaching}
                  </small>
                </dd>
              </div>
            ))}
          </dl>
          <p>
            <Sci text={words.after} />
          </p>
        </div>
      </div>
    </div>
  );
}
