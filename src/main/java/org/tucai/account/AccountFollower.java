package org.tucai.account;

/** A feature that has something hanging on accounts; told in the transaction that closes one or joins two. */
public interface AccountFollower {
    /**
     * The student closes the account: what can be given up is given up.
     *
     * @return whether something must go on without the student, such as an accepted picture on its way to the authority
     */
    boolean onClosing(String accountNo);

    /** Two accounts prove to be one person's and become one: what hangs on the former goes over. */
    void onJoining(String formerNo, String accountNo);
}
