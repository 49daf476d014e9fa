import { IMPORT_STATES, ROW_RESULTS } from '#schema';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../shared/enum-of.ts';
import { RegisterEnum } from '../proceedings/proceedings.types.ts';
import { Json } from '../shared/scalars.ts';
import { BilingualText, OrganLabel, PageInfo, resultOf } from '../shared/types.ts';
import type { Register } from '#codes';

export const ImportState = enumOf(IMPORT_STATES);
export const RowResult = enumOf(ROW_RESULTS);
registerEnumType(ImportState, { name: 'ImportState', description: '导入状态' });
registerEnumType(RowResult, { name: 'RowResult', description: 'What became of a row.' });

@InputType({ description: 'An uploaded file: the key that POST /files returned, and its name.' })
export class FileArgs {
  @Field(() => String) key: string;
  @Field(() => String) name: string;
}

@InputType({
  description:
    'A field and where it is: a header text such as 收案/日期, a column letter, or - for a field that is not read.',
})
export class ColumnArgs {
  @Field(() => String, { description: 'A name of ledgerTargets, e.g. RECEIVED_ON.' }) target: string;
  @Field(() => String) column: string;
}

@InputType({ description: 'A field the ledger has no column for, with the text that stands for every row.' })
export class ConstantArgs {
  @Field(() => String) target: string;
  @Field(() => String) text: string;
}

@InputType()
export class SheetMappingArgs {
  @Field(() => String, { description: 'Name of the sheet.' }) name: string;
  @Field(() => RegisterEnum) register: Register;
  @Field(() => Int, { nullable: true, description: 'Last row of the header; found when left out.' })
  headerRow?: number | null;
  @Field(() => [ColumnArgs]) columns: ColumnArgs[];
  @Field(() => [ConstantArgs], { nullable: true }) constants?: ConstantArgs[] | null;
}

@InputType({ description: '列对应' })
export class LedgerMappingArgs {
  @Field(() => [SheetMappingArgs]) sheets: SheetMappingArgs[];
}

@InputType()
export class CheckLedgerArgs {
  @Field(() => String, { description: 'Code of the organ whose ledger it is.' }) organ: string;
  @Field(() => FileArgs) file: FileArgs;
  @Field(() => LedgerMappingArgs, {
    nullable: true,
    description: 'Corrections, laid over the proposal; none: the saved mapping, else the proposal.',
  })
  mapping?: LedgerMappingArgs | null;
}

@InputType()
export class ImportLedgerArgs extends CheckLedgerArgs {
  @Field(() => ID, { description: 'The client’s own id of this request; sent twice, it is done once.' })
  requestId: string;
  @Field(() => Boolean, { defaultValue: false, description: 'Keep the given mapping for this organ.' })
  saveMapping: boolean;
}

@ObjectType()
export class MappedColumn {
  @Field(() => String, { description: 'Column letter.' }) column: string;
  @Field(() => String) header: string;
  @Field(() => String, { nullable: true, description: 'Field it is read into; null: not read.' }) target:
    string | null;
  @Field(() => Number) confidence: number;
  @Field(() => [String]) samples: string[];
}

@ObjectType({ description: 'How a sheet is understood.' })
export class LedgerSheetReport {
  @Field(() => String) name: string;
  @Field(() => RegisterEnum, { nullable: true, description: 'null: not a ledger.' })
  register: Register | null;
  @Field(() => String, { nullable: true }) title: string | null;
  @Field(() => Int, { nullable: true }) year: number | null;
  @Field(() => Boolean) hidden: boolean;
  @Field(() => [MappedColumn]) columns: MappedColumn[];
  @Field(() => [String], { description: 'Fields without which rows are rejected.' })
  missingRequired: string[];
  @Field(() => [String], { description: 'Fields without which some figures stay incomplete.' })
  missingAdvised: string[];
  @Field(() => Int) rowsIn: number;
  @Field(() => Int) importable: number;
  @Field(() => Int) rejected: number;
  @Field(() => Int) skipped: number;
}

@ObjectType({ description: 'What is wrong with a cell, and what to do.' })
export class RowProblemType {
  @Field(() => String, { nullable: true, description: 'Column letter.' }) column: string | null;
  @Field(() => String, { nullable: true }) header: string | null;
  @Field(() => String, { nullable: true }) target: string | null;
  @Field(() => String) value: string;
  @Field(() => String) code: string;
  @Field(() => BilingualText) reason: BilingualText;
  @Field(() => BilingualText) remedy: BilingualText;
}

@ObjectType()
export class RejectedRow {
  @Field(() => String) sheet: string;
  @Field(() => Int) row: number;
  @Field(() => [RowProblemType]) problems: RowProblemType[];
}

@ObjectType()
export class SkippedRow {
  @Field(() => String) sheet: string;
  @Field(() => Int) row: number;
  @Field(() => String) reason: string;
  @Field(() => String) text: string;
}

@ObjectType({ description: 'An organ the ledger names and nobody knows yet; an import adds it.' })
export class NewOrgan {
  @Field(() => String) name: string;
  @Field(() => Int) rows: number;
}

@ObjectType()
export class FlagCount {
  @Field(() => String) flag: string;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => Int) rows: number;
}

@ObjectType({ description: '核对报告: what an import would do. rowsIn = importable + rejected + skipped.' })
export class LedgerCheckReport {
  @Field(() => String) format: string;
  @Field(() => String, { nullable: true }) encoding: string | null;
  @Field(() => [LedgerSheetReport]) sheets: LedgerSheetReport[];
  @Field(() => Json, { description: 'The mapping used, in the form that `mapping` takes it.' })
  mapping: unknown;
  @Field(() => Int) rowsIn: number;
  @Field(() => Int) importable: number;
  @Field(() => Int, { description: 'Importable and not known yet.' }) added: number;
  @Field(() => Int, { description: 'Importable and different from an earlier ledger.' }) changed: number;
  @Field(() => Int, { description: 'Already imported as they are.' }) unchanged: number;
  @Field(() => Int, { description: 'Changed in the system since; an import will reject these rows.' })
  changedElsewhere: number;
  @Field(() => Int) rejected: number;
  @Field(() => Int) skipped: number;
  @Field(() => Boolean) balanced: boolean;
  @Field(() => [NewOrgan]) newOrgans: NewOrgan[];
  @Field(() => [FlagCount]) flags: FlagCount[];
  @Field(() => [RejectedRow], { description: 'The first 5,000.' }) rejectedRows: RejectedRow[];
  @Field(() => [SkippedRow], { description: 'The first 5,000.' }) skippedRows: SkippedRow[];
}

@ObjectType({ description: 'Why an import failed as a whole.' })
export class ImportError {
  @Field(() => String) code: string;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => BilingualText, { nullable: true }) remedy: BilingualText | null;
}

@ObjectType({
  description:
    '台账导入. rowsIn = imported + rejected + skipped, where skipped holds what is no case or is known already.',
})
export class LedgerImport {
  @Field(() => Int) id: number;
  @Field(() => OrganLabel) organ: OrganLabel;
  @Field(() => String) fileName: string;
  @Field(() => ImportState) state: keyof typeof ImportState;
  @Field(() => Int) rowsIn: number;
  @Field(() => Int, { description: 'New and changed cases.' }) imported: number;
  @Field(() => Int) added: number;
  @Field(() => Int) changed: number;
  @Field(() => Int) rejected: number;
  @Field(() => Int) skipped: number;
  @Field(() => Int, { description: 'Of the skipped: already imported as they are.' }) unchanged: number;
  @Field(() => Boolean, { description: 'rowsIn = imported + rejected + skipped.' }) balanced: boolean;
  @Field(() => [String]) newOrgans: string[];
  @Field(() => ImportError, { nullable: true }) error: ImportError | null;
  @Field(() => String) createdAt: string;
  @Field(() => String, { nullable: true }) finishedAt: string | null;
}

@ObjectType({ description: 'A row of an imported file.' })
export class LedgerRowType {
  @Field(() => String) sheet: string;
  @Field(() => Int) row: number;
  @Field(() => RowResult) result: keyof typeof RowResult;
  @Field(() => ID, { nullable: true, description: 'The case it is.' }) proceeding: string | null;
  @Field(() => [String]) flags: string[];
  @Field(() => Json, {
    nullable: true,
    description: 'Rejected: problems as in RejectedRow; skipped: reason and text.',
  })
  problems: unknown;
}

@ObjectType()
export class LedgerRowPage {
  @Field(() => [LedgerRowType]) nodes: LedgerRowType[];
  @Field(() => PageInfo) pageInfo: PageInfo;
}

@ObjectType({ description: 'A field a column can be read into.' })
export class LedgerTarget {
  @Field(() => String) name: string;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => [RegisterEnum]) registers: Register[];
  @Field(() => String, { description: 'REQUIRED, ADVISED or OPTIONAL.' }) need: string;
}

@ObjectType()
export class SavedMapping {
  @Field(() => Json) mapping: unknown;
}

export const CheckLedgerResult = resultOf('CheckLedgerResult', LedgerCheckReport);
export const ImportLedgerResult = resultOf('ImportLedgerResult', LedgerImport);
export const SaveMappingResult = resultOf('SaveMappingResult', SavedMapping);
