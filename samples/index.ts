export * from './conduct';
export { DIRECTIVE_IDS } from './directives/ids';
export * from './expected';
export * from './policies';
export * from './script';
export { provincialPolice } from './units/provincial-police';
export { thanhHoaDistricts } from './units/thanh-hoa-districts';
export { thanhHoaPartyCommittees } from './units/thanh-hoa-party';
export { offices } from './units/offices';
