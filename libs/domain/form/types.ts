/**
 * A duty's form: the outline of the report and the figures it asks for. Versioned: a round keeps the version it was
 * opened with, and a report names the version it fills in.
 */
import type { Text } from '../kernel';

/** How the values of many units become one: not at all, or by a rule of arithmetic. */
export type RollUp = 'none' | 'sum' | 'ratioOfSums' | 'max' | 'last' | 'list';

type FieldOf<Type extends string, Rules extends RollUp, More> = {
  /** Stable inside the form: `units-registered`. */
  readonly code: string;
  readonly label: Text;
  readonly required: boolean;
  readonly type: Type;
  readonly rollUp: Rules;
} & More;

export type FormField =
  | FieldOf<
      'integer',
      'none' | 'sum' | 'max' | 'last',
      { readonly min: number | null; readonly max: number | null }
    >
  /** A number with a fixed unit (`ha`, `triệu đồng`) and at most so many decimals. */
  | FieldOf<
      'decimal',
      'none' | 'sum' | 'max' | 'last',
      {
        readonly unit: Text;
        readonly decimals: number;
        /** As written, `'0'`; left out where a form of an earlier day had none. */
        readonly min?: string | null;
        readonly max?: string | null;
      }
    >
  /** So many of so many: never a percentage typed in. */
  | FieldOf<'ratio', 'none' | 'ratioOfSums' | 'last', object>
  | FieldOf<'date', 'none' | 'max' | 'last', object>
  | FieldOf<
      'choice',
      'none' | 'list' | 'last',
      { readonly options: readonly { readonly code: string; readonly label: Text }[] }
    >
  | FieldOf<'text', 'none' | 'list', { readonly maxLength: number }>
  /** Exemplary models (mô hình, điển hình tiên tiến). */
  | FieldOf<'models', 'none' | 'list', object>;

/** A model as it is reported: where it works is part of what it is. */
export type Model = { readonly name: string; readonly place: string; readonly summary: string };

export type Ratio = { readonly part: number; readonly of: number };

/** An integer, a decimal (`'12.5'`), a ratio, a date, a choice's code, a text, a list of models. */
export type FieldValue = number | string | Ratio | readonly Model[];

/** What must hold between two figures, with the message for whoever filled them in. */
export type FormRule = {
  readonly kind: 'notMoreThan';
  /** Codes of two integer fields, or of two decimal ones: the first may not be more than the second. */
  readonly field: string;
  readonly than: string;
  readonly message: Text;
};

export type OutlineHeading = {
  readonly code: string;
  readonly heading: Text;
  readonly required: boolean;
};

export type FormDefinition = {
  readonly outline: readonly OutlineHeading[];
  readonly fields: readonly FormField[];
  readonly rules: readonly FormRule[];
};

/** A form in one version: `1` for a duty's first, one more with each change. */
export type Form = FormDefinition & { readonly version: number };

/** What a report fills into its form. */
export type ReportData = {
  /** The version of the form. */
  readonly form: number;
  /** By code of the outline's headings. */
  readonly sections: { readonly [code: string]: string };
  readonly values: { readonly [code: string]: FieldValue };
};
