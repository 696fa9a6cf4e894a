import type * as en from '../../../en/desk/settings/api-keys.ts';

export const apiKeys: typeof en.apiKeys = {
  title: 'API キー',
  lead: 'プログラムが JSON API を利用するためのキーです。プログラムごとに、必要最小限の権限で発行してください。',
  key: 'キー',
  name: '名前',
  nameHint: '履歴にはこの名前で記録されます。半角の英小文字、数字、ハイフンを使用できます（例: crm-sync）。',
  may: '権限',
  mayHint: '何も選択しない場合は、読み取りのみできます。',
  readsAlone: '読み取りのみ',
  ends: '有効期限',
  endsOn: '有効期限の日付',
  endsOnHint: 'この日の終わりまで有効です。最長で 2 年です。',
  lastUsed: '最終使用',
  never: 'なし',
  action: '状態',
  revoke: '失効させる',
  revoked: '失効済み',
  ended: '期限切れ',
  revokedNow: 'キーを失効させました。以後は使用できません',
  newTitle: '新しいキー',
  make: 'キーを発行',
  made: name => `キー「${name}」を発行しました`,
  madeText:
    '今すぐコピーして、プログラムの機密情報の保管場所に登録してください。キーが表示されるのは今回だけです（Offerdesk にはハッシュのみが保存されます）。',
  empty: 'キーはまだありません',
  emptyText: '設定 API_TOKENS に記載されたプログラムは、ここでキーを発行しなくても利用できます。',
  problems: {
    name: '半角の英小文字、数字、ハイフンを使用して、1～40 文字で入力してください（例: crm-sync）。',
    endsOn: '今日以降、2 年以内の日付を選択してください。',
    nameTaken:
      'この名前は、ほかのプログラムで使用されているか、過去に使用されていました。履歴で区別できるよう、別の名前を入力してください。',
    tooMany: '有効なキーが 100 個あります。使用していないキーを失効させてください。',
  },
};
