export * from './clinical';
export * from './common';
export * from './network';
export * from './pack';
export * from './quantities';
export * from './reference';
export * from './stage';
export * from './view';
