import type * as en from '../../en/mails/stuck.ts';

export const stuckNotice: typeof en.stuckNotice = {
  subject: ({ company, reason }) => `要対応: ${company}（${reason}）`,
  title: '案件が停止しています',
  preheader: reason => reason,
  intro: company => `${company} 様の案件は、担当者の対応がないと先に進めません。`,
  cures: {
    retryStep: '原因を解消してから、案件の画面で「再試行する」を押してください。',
    proposeTerms: '案件の画面で、修正した条件を提示してください。オファーは自動で作成されます。',
    assignOwner: '案件の画面で、担当者を設定してください。',
    linkOrganization: '設定ページで別の組織を選んでいただくよう、お客様にご案内ください。',
    changeContact:
      '案件の画面で宛先を訂正してください。受信できる状態に戻った場合は、メールを再送してください。',
    callBuyer:
      'お客様に連絡し、アカウント設定を案内してください。その後、案件の画面で「再試行する」を押してください。',
  },
  still: days => ({
    subject: ({ company, reason }) => `停止中（${days} 日）: ${company}（${reason}）`,
    title: '案件が停止したままです',
    intro: company =>
      `${company} 様の案件が停止してから ${days} 日が過ぎました。担当者の対応がないと先に進めません。`,
  }),
};
