/**
 * Students' accounts (拍摄账号): sign-in by WeChat or by phone number and SMS code, one account per phone number and per WeChat id.
 * Doors: {@link org.tucai.account.AccountService}, {@link org.tucai.account.UnclaimedAccountService} for those captured on
 * site before they have one, {@link org.tucai.account.AccountClosingService}, {@link org.tucai.account.WeChatLogin}.
 */
@NullMarked
package org.tucai.account;

import org.jspecify.annotations.NullMarked;
