import type * as en from '../../en/desk/approvals.ts';

export const approvals: typeof en.approvals = {
  title: '承認',
  queue: '承認の判断を待つ案件',
  lead: count =>
    count === 0
      ? '承認待ちはありません。'
      : `${count} 件が承認の判断を待っています。期限の近い順に表示しています。`,
  none: '承認の判断を待つ案件はありません',
  noneText:
    '承認が必要な条件は、自動的にここに表示されます。ご自身が依頼した承認は、ほかの承認者が判断します。',
};
