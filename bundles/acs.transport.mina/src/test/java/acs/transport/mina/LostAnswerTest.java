// SPDX-License-Identifier: Apache-2.0
package acs.transport.mina;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.transport.Conversation;
import acs.api.transport.Reply;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whether the last answer has arrived, when a connection has ended. */
@Timeout(60)
class LostAnswerTest {

    @Test
    void hasArrivedWhenTheTerminalLeavesInPeace() {
        try (Server server = Server.start(new Echo());
                Terminal terminal = server.connect()) {
            assertThat(terminal.ask("a")).isEqualTo("a");
            Conversation conversation = server.conversation();
            terminal.closeOutput().assertClosed();
            Server.until(() -> server.listener.conversations().isEmpty());

            assertThat(conversation.isAnswerLost()).isFalse();
        }
    }

    @Test
    void isLostWhenTheConnectionIsResetAfterIt() {
        try (Server server = Server.start(new Echo());
                Terminal terminal = server.connect()) {
            assertThat(terminal.ask("a")).isEqualTo("a");
            Conversation conversation = server.conversation();
            terminal.send("b\r").reset();
            Server.until(() -> server.listener.conversations().isEmpty());

            assertThat(conversation.isAnswerLost()).isTrue();
        }
    }

    @Test
    void isLostWhenTheTerminalIsGoneBeforeItIsAnswered() {
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        try (Server server = Server.start(new Echo(line -> answer));
                Terminal terminal = server.connect()) {
            terminal.send("a\r");
            Conversation conversation = server.conversation();
            Server.until(() -> conversation.requests() == 1);
            terminal.reset();
            Server.until(() -> server.listener.conversations().isEmpty());
            answer.complete(Echo.reply("a"));

            assertThat(conversation.isAnswerLost()).isTrue();
        }
    }
}
