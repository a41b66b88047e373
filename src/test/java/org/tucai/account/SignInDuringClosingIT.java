package org.tucai.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tucai.platform.security.SessionTokens;
import org.tucai.platform.web.Language;
import org.tucai.testing.HeldTransaction;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** Nobody is signed in to an account that is closed. */
@TucaiTest
class SignInDuringClosingIT {
    private static final String CODE = "sandbox-ann";

    private final WeChatLogin weChat;
    private final AccountService accounts;
    private final StudentSignIn signIn;
    private final AccountClosingService closing;
    private final HeldTransaction held;
    private final TransactionOperations<Connection> transactions;
    private final Rows rows;

    SignInDuringClosingIT(
            WeChatLogin weChat,
            AccountService accounts,
            StudentSignIn signIn,
            AccountClosingService closing,
            HeldTransaction held,
            TransactionOperations<Connection> transactions,
            Rows rows) {
        this.weChat = weChat;
        this.accounts = accounts;
        this.signIn = signIn;
        this.closing = closing;
        this.held = held;
        this.transactions = transactions;
        this.rows = rows;
    }

    @Test
    void aSessionThatIsBeingOpenedEndsWithTheAccount() {
        String account = accounts.withOpenid(weChat.openid(CODE).orElseThrow(), Language.ZH);
        AtomicReference<CompletableFuture<SessionTokens>> session = new AtomicReference<>();

        held.of(() -> delaySessionsOf(account), 2, () -> {
            session.set(CompletableFuture.supplyAsync(() -> signIn.byWeChat(CODE, Language.ZH, "phone")));
            rows.awaitExecuting("INSERT INTO `login_session`%");
            closing.close(account);
        });

        session.get().join();
        assertThat(rows.number("SELECT COUNT(*) FROM login_session WHERE ended_at IS NULL"))
                .isZero();
    }

    /** There is none yet: what is locked is the gap, into which the next one would be written. */
    private void delaySessionsOf(String account) {
        try (Statement statement = transactions.getConnection().createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.executeQuery("SELECT * FROM login_session WHERE subject = '" + account + "' FOR UPDATE");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
