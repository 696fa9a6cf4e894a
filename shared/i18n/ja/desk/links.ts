import type * as en from '../../en/all.ts';

export const links: typeof en.links = {
  title: { move: '連携先の組織を変更する', anew: '組織に連携する' },
  now: organization => `現在は組織「${organization}」に連携されています。`,
  none: '現在はどの組織にも連携されていません。',
  search: '組織を検索',
  searchHint: '組織の ID、または名前の一部',
  find: '検索する',
  noResult: '該当する組織がありません',
  noResultText: '名前を短くするか、ID 全体を入力してください。',
  most: number => `先頭の ${number} 件を表示しています。名前を長く入力すると絞り込めます。`,
  organization: '連携する組織',
  managedBy: people => `オーナー・管理者：${people}`,
  billedBy: agreements => `現在連携されている契約：${agreements}`,
  present: 'この購入が連携されている組織です。',
  effects: {
    title: '変更される内容',
    old: organization => `組織「${organization}」では、この契約による利用ができなくなります。`,
    next: '新しい組織では、アカウントと製品への通知が済み次第（通常は数分以内）、利用できるようになります。',
    mails: '設定された方、署名者、新しい組織のオーナーと管理者、案件の担当者に、メールでお知らせします。',
    same: '契約の内容と、支払いに使われる AWS アカウントは変わりません。',
  },
  reason: '理由',
  reasonHint: '履歴に残り、関係者へのメールにも記載されます。',
  confirm: '確認',
  confirmed: {
    move: 'お客様と合意済みであり、組織に間違いがないことを確認しました',
    end: 'お客様と合意済みです',
  },
  end: organization =>
    `組織「${organization}」では、この契約による利用ができなくなります。AWS からの請求は続きます。組織は設定ページで選び直せますが、リマインドは送られません。`,
  ended: ({ organization, moment }) => `組織「${organization}」との連携を解除しました（${moment}）`,
  endedText:
    'AWS からの請求は続いていますが、どの組織でも利用できません。お客様が設定ページで組織を選ぶか、サポートがこの画面で連携してください。リマインドは送られません。',
  ending: organizations => `組織「${organizations}」との連携の解除を、アカウントと製品に通知しています。`,
  held: organizations =>
    `組織「${organizations}」は、次の組織が利用できるようになるまで、引き続き利用できます。すぐに利用を止めるには、連携を解除してください。`,
};
