// SPDX-License-Identifier: Apache-2.0
package acs.api.transport;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All that is known of one connection: made when it is accepted, gone when it is closed, owned by the transport.
 *
 * <p>It holds types of the JDK and of this package only, so that every other bundle can be replaced while the connection
 * stays. One request is handled at a time, so one thread writes; any thread may read.
 */
public final class Conversation {
    private static final AtomicLong IDS = new AtomicLong();

    private final long id = IDS.incrementAndGet();
    private final Instant opened = Instant.now();
    private final Listener listener;
    private final InetSocketAddress remote;
    private final AtomicInteger strikes = new AtomicInteger();
    private final AtomicInteger misunderstandings = new AtomicInteger();
    private final AtomicLong requests = new AtomicLong();

    private volatile String account;
    private volatile String location = "";
    private volatile String protocol = "";
    private volatile Exchange last = Exchange.none();
    private volatile byte[] lastResponse = {};
    private volatile boolean answerLost;
    private volatile int language;
    private volatile int printWidth;
    private volatile String state = "0";
    private volatile Instant lastRequest = opened;

    public Conversation(Listener listener, InetSocketAddress remote) {
        this.listener = listener;
        this.remote = remote;
        this.account = listener.loginRequired() ? "" : listener.account();
    }

    /** A number that no other connection of this process has. */
    public long id() {
        return id;
    }

    public Listener listener() {
        return listener;
    }

    public InetSocketAddress remote() {
        return remote;
    }

    public Instant opened() {
        return opened;
    }

    /** The id of the account that the terminal is logged in as; empty before. */
    public String account() {
        return account;
    }

    public boolean isLoggedIn() {
        return !account.isEmpty();
    }

    /** Where the terminal says it stands (CP of its login); may be empty. */
    public String location() {
        return location;
    }

    /** The terminal is who it says; what was held against it is forgotten. */
    public void logIn(String accountId, String where) {
        location = where;
        strikes.set(0);
        account = accountId;
    }

    /** The terminal is nobody again. */
    public void logOut() {
        account = "";
        location = "";
    }

    /** The protocol version that the terminal speaks, e.g. {@code 2.00}; empty until that is known. */
    public String protocol() {
        return protocol;
    }

    public void speaks(String version) {
        protocol = version;
    }

    /** The last request that was carried out, and its answer; what the same request sent again is answered from. */
    public Exchange last() {
        return last;
    }

    public void exchanged(Exchange exchange) {
        last = exchange;
        lastResponse = exchange.response();
    }

    /** What was sent last, with its terminator; empty if nothing was. The array is changed by nobody. */
    public byte[] lastResponse() {
        return lastResponse;
    }

    /** Something was sent that is not the outcome of a request, such as a request for repetition. */
    public void sent(byte[] response) {
        lastResponse = response;
    }

    /**
     * Whether the connection ended before the last answer can have arrived; who sends the same request on another
     * connection then means the same thing.
     */
    public boolean isAnswerLost() {
        return answerLost;
    }

    /** The connection broke, or was gone before the last answer was written. Said by the transport. */
    public void loseAnswer() {
        answerLost = true;
    }

    /** How often in a row the terminal did what it must not, such as a failed login. */
    public int strikes() {
        return strikes.get();
    }

    /** Counts one more; returns the new count. */
    public int strike() {
        return strikes.incrementAndGet();
    }

    /** What was held against the terminal is forgotten. */
    public void forgive() {
        strikes.set(0);
    }

    /** One more line in a row was not understood; returns how many. */
    public int misunderstood() {
        return misunderstandings.incrementAndGet();
    }

    /** A line was understood. */
    public void understood() {
        if (misunderstandings.get() != 0) {
            misunderstandings.set(0);
        }
    }

    /** The code of the language the terminal asked for last, 0..27. */
    public int language() {
        return language;
    }

    public void asksIn(int code) {
        language = code;
    }

    /** How many characters its printer prints on a line; 0 = it has none, or did not say. */
    public int printWidth() {
        return printWidth;
    }

    public void prints(int width) {
        printWidth = width;
    }

    /** Notes what it says of its own state (99, status code); whether it said something else before. */
    public boolean reports(String code) {
        boolean news = !code.equals(state);
        state = code;
        return news;
    }

    /** How many lines it sent. */
    public long requests() {
        return requests.get();
    }

    /** When it sent the last one; when it came, if it sent none. */
    public Instant lastRequest() {
        return lastRequest;
    }

    /** One more line came. */
    public void received(Instant at) {
        requests.incrementAndGet();
        lastRequest = at;
    }

    @Override
    public String toString() {
        return "#" + id + " " + (isLoggedIn() ? account : "?") + "@"
                + remote.getAddress().getHostAddress() + ":" + remote.getPort();
    }
}
