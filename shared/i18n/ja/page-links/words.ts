import type * as en from '../../en/page-links/words.ts';

export const pageLinks: typeof en.pageLinks = {
  ended: {
    title: 'このリンクは無効になりました',
    what: '新しいリンクが発行されたか、リンクが取り消されたか、お手続きが終了しています。',
    newest: '本件について、より新しいメールをお持ちの場合は、そのメールのリンクからお開きください。',
    ask: '新しいリンクを受け取る',
    askText: 'このリンクをお送りした方のメールアドレスにのみお送りします。アドレスの入力は不要です。',
    button: '新しいリンクを送る',
    sent: 'メールをご確認ください',
    sentText:
      'このリンクをお送りした方が現在もお手続きに関わっておられる場合は、その方に有効なリンクをお送りします。通常は数分で届きます。',
    help: '届かない場合や、ご自身のメールアドレス宛てでない場合は、こちらまでご連絡ください。',
  },
  desk: {
    title: 'ページのリンク',
    toSign: '提案の署名者',
    states: { opened: '開封済み', notOpened: '未開封', withdrawn: '取消済み' },
    since: moment => `${moment}から有効です。`,
    opened: moment => `${moment}に初めて開かれました。`,
    withdrawn: moment => `${moment}に取り消しました。このリンクでは開けません。`,
    renew: email =>
      `${email} に新しいリンクを記載したメールをすぐに送ります。この方にこれまで送ったメールのリンクは使えなくなります。`,
    withdraw: ({ name, email }) =>
      `${name} 様に送ったメールのリンクが、すぐに使えなくなります。リンク先のページから新しいリンクを申し込めますが、送り先は ${email} のみです。閲覧できないようにするには、連絡先を変更してください。`,
  },
  ticks: {
    title: 'オファーを開く前の確認',
    count: (ticked, all) => `${all} 件中 ${ticked} 件を確認済み`,
    by: (who, moment) => `${who} 様、${moment}`,
    open: '未確認',
    names: {
      account: '正しい AWS アカウント',
      permissions: '購入に必要な権限',
      privateMarketplace: 'プライベートマーケットプレイス',
    },
  },
};
