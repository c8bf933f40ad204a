// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import acs.api.transport.Conversation;
import acs.api.transport.LineHandler;
import acs.api.transport.Reply;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Answers a line with itself and CR; the line {@code login} logs in, any name does with the password {@code secret}. */
final class Echo implements LineHandler {
    private final Function<String, CompletionStage<Reply>> answers;

    Echo() {
        this(line -> CompletableFuture.completedFuture(reply(line)));
    }

    Echo(Function<String, CompletionStage<Reply>> answers) {
        this.answers = answers;
    }

    static Reply reply(String line) {
        return Reply.of((line + "\r").getBytes(ISO_8859_1));
    }

    @Override
    public CompletionStage<Reply> handle(Conversation conversation, byte[] line) {
        String text = new String(line, ISO_8859_1);
        if (text.equals("login")) {
            conversation.logIn("account", "");
        }
        return answers.apply(text);
    }

    @Override
    public CompletionStage<Boolean> login(Conversation conversation, String name, char[] password) {
        boolean right = Arrays.equals(password, "secret".toCharArray());
        Arrays.fill(password, '\0');
        if (right) {
            conversation.logIn(name, "");
        }
        return CompletableFuture.completedFuture(right);
    }
}
