export * from './mail-catcher';
export * from './parts';
export { provision } from './provision';
