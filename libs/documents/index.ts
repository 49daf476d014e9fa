export * from './returns/return-content.ts';
export * from './returns/return-csv.ts';
export * from './returns/return-xlsx.ts';
