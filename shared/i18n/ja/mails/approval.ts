import type * as en from '../../en/mails/approval.ts';

export const approvalRequested: typeof en.approvalRequested = {
  subject: ({ company, total }) => `承認のお願い：${company}（${total}）`,
  title: 'オファーの承認をお願いします',
  preheader: name => `${name} さんからの依頼です。`,
  intro: ({ name, company }) =>
    `${name} さんが ${company} 様へのオファーの承認を依頼しています。承認が必要な理由は次のとおりです。`,
  fourEyes: '依頼した本人は承認できません。',
  button: '内容を確認して判断する',
  yoursAlone: moment =>
    `このボタンから、${moment}までログインせずに判断できます。判断はあなたの名前で記録されますので、このメールは転送しないでください。`,
};

export const approvalOverdue: typeof en.approvalOverdue = {
  subject: ({ company, total }) => `承認待ち（期限超過）：${company}（${total}）`,
  title: '承認がまだ済んでいません',
  intro: ({ name, company, moment }) =>
    `${name} さんが ${moment}に依頼した、${company} 様へのオファーの承認がまだ済んでいません。承認されるまで、オファーは作成されません。承認が必要な理由は次のとおりです。`,
  ownerHint: '承認者に直接確認するか、承認の要らない条件を提示してください。',
  lead: {
    subject: ({ company, total }) => `【要フォロー】承認待ち（期限超過）：${company}（${total}）`,
    title: '承認が滞っています',
    hint: '承認者と担当者にはリマインド済みです。承認者に直接確認するか、承認の要らない条件に変更するよう担当者と相談してください。',
  },
};

export const approvalDecided: typeof en.approvalDecided = {
  subject: {
    approved: company => `オファーが承認されました（${company}）`,
    rejected: company => `オファーが差し戻されました（${company}）`,
  },
  title: { approved: 'オファーが承認されました', rejected: 'オファーが差し戻されました' },
  intro: {
    approved: name => `${name} さんがオファーを承認しました。`,
    rejected: name => `${name} さんがオファーを差し戻しました。`,
  },
  next: {
    approved: 'AWS でオファーを作成しています。完了すると、承諾者にリンクが自動でメール送信されます。',
    rejected: '条件を見直して提示し、あらためて条件合意を記録してください。',
  },
  comment: 'コメント',
};
