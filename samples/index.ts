export * from './conduct';
export * from './directives/04-ct-ubnd-thanh-hoa';
export * from './directives/07-ct-bca-v28';
export * from './expected';
export * from './policies';
export * from './script';
export { provincialPolice } from './units/provincial-police';
export { thanhHoaDistricts } from './units/thanh-hoa-districts';
export { offices } from './units/offices';
