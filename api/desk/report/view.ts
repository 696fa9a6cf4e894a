import type { Report } from '../../report/report.ts';
import type { DeskContext } from '../desk-context.ts';
import type { StaffMember } from '../staff.ts';

/** What the report page shows. */
export interface ReportView {
  context: DeskContext;
  report: Report;
  colleagues: StaffMember[];
  products: { value: string; label: string }[];
}

export const reportUrl = '/desk/report';
