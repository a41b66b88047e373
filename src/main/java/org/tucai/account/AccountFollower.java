package org.tucai.account;

/** Port: a feature whose data belongs to accounts; called in the transaction that closes one or joins two. */
public interface AccountFollower {
    /**
     * The student closes the account: the feature gives up whatever it can.
     *
     * @return whether something must continue without the student, such as an accepted picture on its way to the authority
     */
    boolean onClosing(String accountNo);

    /** Two accounts prove to be one person's and become one: moves the data of the former to the other. */
    void onJoining(String formerNo, String accountNo);
}
