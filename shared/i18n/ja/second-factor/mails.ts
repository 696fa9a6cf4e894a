import type * as en from '../../en/second-factor/mails.ts';

export const secondFactorReset: typeof en.secondFactorReset = {
  subject: vendor => `【${vendor}】Offerdesk の二要素認証がリセットされました`,
  title: '二要素認証がリセットされました',
  preheader: moment => `リセット日時は ${moment}です。`,
  intro: (by, moment) =>
    `${moment}に、${by} さんがあなたの Offerdesk の二要素認証をリセットしました。すべての端末からログアウトされています。新しく設定するまでは、パスワードだけでログインできる状態です。`,
  next: 'ご自身が依頼された場合は、ログインして、プロフィールから認証アプリを設定し直してください。',
  notYou:
    'お心当たりのない場合は、第三者があなたになりすまそうとしているおそれがあります。すぐにパスワードを変更し、できれば電話で管理者に連絡してください。',
  button: 'プロフィールを開く',
};

export const recoveryCodeUsed: typeof en.recoveryCodeUsed = {
  subject: vendor => `【${vendor}】Offerdesk のリカバリーコードが使用されました`,
  title: 'リカバリーコードが使用されました',
  preheader: moment => `使用日時は ${moment}です。`,
  intro: (moment, left) =>
    `${moment}に、認証アプリのコードの代わりに、あなたのリカバリーコードが使用されました。${left === 0 ? '未使用のコードは残っていません。' : `未使用のコードは残り ${left} 個です。`}`,
  next: 'ご自身で使用された場合は、なくなる前にプロフィールから新しいコードを発行してください。スマートフォンを紛失された場合は、管理者に二要素認証のリセットを依頼し、設定し直してください。',
  notYou:
    'お心当たりのない場合は、パスワードとコードの両方が第三者に知られています。プロフィールからパスワードを変更し（ほかの端末からはログアウトされます）、新しいリカバリーコードを発行して、管理者に連絡してください。',
  button: 'プロフィールを開く',
};
