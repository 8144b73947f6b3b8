export * from './mail-catcher';
export * from './provision';
