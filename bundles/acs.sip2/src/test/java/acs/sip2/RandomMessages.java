// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes messages of every type by the table, the same ones for the same seed. */
final class RandomMessages {
    private static final String DIGITS = "0123456789";
    /** Composed, visible, and different from each other in every character set that has them. */
    private static final List<String> LETTERS = "a b Z 9 - . , ' ( & é ü ñ ß Ø Ł ž Ω ж ש 漢 字 語 한 ｱ 😀"
            .codePoints()
            .mapToObj(Character::toString)
            .distinct()
            .toList();
    /** Whatever a database may hold that must not get onto the wire as it is. */
    private static final List<String> HOSTILE = List.of(
            "|",
            "\r",
            "\n",
            "\r\n",
            "\0",
            "\t",
            "\u001B[31m",
            "\u007F",
            "\u0080",
            "\u0085",
            "\u00AD",
            "\u0301",
            "\u202E",
            "\u200B",
            "\uFEFF",
            "\uD83D",
            "\uDE00",
            "\u2028",
            "^",
            "~",
            "\\",
            "AY1AZ0000",
            "|AAP1|",
            "x".repeat(254));

    private final Random random;
    private final Charset charset;
    private final char delimiter;
    private final List<String> letters;

    /** @param wire what the messages are for: their values hold what its character set has */
    RandomMessages(long seed, Wire wire) {
        this.random = new Random(seed);
        this.charset = wire.charset();
        this.delimiter = wire.delimiter();
        this.letters = LETTERS.stream().filter(this::isPlain).toList();
    }

    /** A message that is written as it is: nothing in it must be changed for the wire. */
    Message clean(MessageType type) {
        return message(type, this::text);
    }

    /** A message of which only the flags and the fixed part are in order; some of its fields are not in the table. */
    Message hostile(MessageType type) {
        return message(type, this::hostileText).toBuilder()
                .with(Field.of("ZZ"), hostileText())
                .build();
    }

    private Message message(MessageType type, ValueSource values) {
        Message.Builder message = Message.of(type);
        type.layout().forEach(fixed -> message.withRaw(fixed, characters(fixed)));
        List<Field> fields = new ArrayList<>(type.required());
        for (Field field : type.optional()) {
            int times = random.nextInt(field.repeatable() ? 4 : 2);
            for (int i = 0; i < times; i++) {
                fields.add(random.nextInt(fields.size() + 1), field);
            }
        }
        fields.forEach(field -> message.with(field, field.flag() ? oneOf(List.of("Y", "N", "")) : values.next()));
        return message.build();
    }

    /** Of the kind that the table expects there. */
    private String characters(Fixed<?> fixed) {
        String choices =
                switch (fixed.letters()) {
                    case NONE, UNUSUAL -> DIGITS;
                    case YES_NO -> "Y ";
                    case ANY -> "YNU01+-*";
                };
        boolean blank = fixed.letters() == Fixed.Letters.NONE && random.nextInt(4) == 0;
        StringBuilder characters = new StringBuilder();
        while (characters.length() < fixed.width()) {
            characters.append(blank ? ' ' : choices.charAt(random.nextInt(choices.length())));
        }
        return characters.toString();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int room = random.nextInt(20) == 0 ? Message.VALUE_LIMIT : random.nextInt(30);
        while (true) {
            String letter = random.nextInt(6) == 0 ? " " : oneOf(letters);
            room -= letter.getBytes(charset).length;
            if (room < 0) {
                return text.toString();
            }
            text.append(letter);
        }
    }

    private String hostileText() {
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(8);
        for (int i = 0; i < parts; i++) {
            text.append(oneOf(random.nextBoolean() ? HOSTILE : LETTERS));
        }
        return text.toString();
    }

    private boolean isPlain(String letter) {
        byte[] bytes = letter.getBytes(charset);
        if (!charset.newEncoder().canEncode(letter) || !letter.equals(new String(bytes, charset))) {
            return false;
        }
        for (byte b : bytes) {
            if (b == (byte) delimiter || (b >= 0 && b < ' ')) {
                return false;
            }
        }
        return true;
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private interface ValueSource {
        String next();
    }
}
