import { expect, test } from 'vitest';
import { createRng, gaussian } from '../../../../src/science/random';
import { bandPower, fft, welch } from '../../../../src/science/network/spectrum';

test('the transform is that of its definition', () => {
  const n = 64;
  const rng = createRng(5);
  const x = Array.from({ length: n }, () => gaussian(rng));
  const y = Array.from({ length: n }, () => gaussian(rng));
  const re = Float64Array.from(x);
  const im = Float64Array.from(y);
  fft(re, im);
  for (const f of [0, 1, 7, 32, 63]) {
    let a = 0;
    let b = 0;
    for (let t = 0; t < n; t++) {
      const phase = (-2 * Math.PI * f * t) / n;
      a += (x[t] ?? 0) * Math.cos(phase) - (y[t] ?? 0) * Math.sin(phase);
      b += (x[t] ?? 0) * Math.sin(phase) + (y[t] ?? 0) * Math.cos(phase);
    }
    expect(re[f]).toBeCloseTo(a, 9);
    expect(im[f]).toBeCloseTo(b, 9);
  }
});

test('a sine of 50 Hz has half its squared amplitude as power, all of it in the gamma band', () => {
  const signal = Float64Array.from({ length: 8000 }, (_, i) => 10 + 3 * Math.sin((2 * Math.PI * 50 * i) / 1000));
  const spectrum = welch(signal, 1000, 512);
  expect(bandPower(spectrum, 30, 80)).toBeCloseTo(4.5, 1);
  expect(bandPower(spectrum, 100, 500)).toBeLessThan(0.01);
  const peak = spectrum.power.indexOf(Math.max(...spectrum.power));
  expect(Math.abs((spectrum.frequency_Hz[peak] ?? 0) - 50)).toBeLessThan(2);
});

test('white noise spreads its variance evenly over the frequencies', () => {
  const rng = createRng(9);
  const spectrum = welch(
    Float64Array.from({ length: 60_000 }, () => 2 * gaussian(rng)),
    1000,
    512,
  );
  expect(bandPower(spectrum, 0, 500)).toBeCloseTo(4, 0);
  expect(bandPower(spectrum, 100, 200) / bandPower(spectrum, 300, 400)).toBeCloseTo(1, 1);
});

test('lengths that are no power of two are refused', () => {
  expect(() => fft(new Float64Array(6), new Float64Array(6))).toThrow('power of two');
  expect(() => welch([1, 2, 3], 1000, 100)).toThrow('power of two');
});
