// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds the lines of start tags and of their attributes, which the JDK's parser does not tell (it names the line where a
 * tag ends). Walks beside the parser, one step per start tag, so it only ever sees text that was found well-formed.
 */
final class StartTags {
    private final String text;
    private int position;
    private int line = 1;

    StartTags(String text) {
        this.text = text;
    }

    /**
     * A start tag.
     *
     * @param line of its opening bracket
     * @param attributes the line of each attribute's name
     */
    record Tag(int line, Map<String, Integer> attributes) {}

    /** The next start tag. */
    Tag next() {
        while (position < text.length()) {
            moveTo(indexOf("<"));
            if (text.startsWith("<!--", position)) {
                moveTo(after("-->"));
            } else if (text.startsWith("<![CDATA[", position)) {
                moveTo(after("]]>"));
            } else if (text.startsWith("<?", position)) {
                moveTo(after("?>"));
            } else if (text.startsWith("</", position) || text.startsWith("<!", position)) {
                moveTo(after(">"));
            } else if (position < text.length()) {
                return tag();
            }
        }
        return new Tag(line, Map.of());
    }

    private Tag tag() {
        int start = line;
        Map<String, Integer> attributes = new HashMap<>();
        skipName();
        while (position < text.length() && text.charAt(position) != '>') {
            if (isNameCharacter(text.charAt(position))) {
                int nameLine = line;
                int nameStart = position;
                skipName();
                attributes.put(text.substring(nameStart, position), nameLine);
                skipValue();
            } else {
                moveTo(position + 1);
            }
        }
        moveTo(position + 1);
        return new Tag(start, attributes);
    }

    private void skipName() {
        moveTo(position + 1);
        while (position < text.length() && isNameCharacter(text.charAt(position))) {
            moveTo(position + 1);
        }
    }

    private void skipValue() {
        while (position < text.length() && text.charAt(position) != '"' && text.charAt(position) != '\'') {
            moveTo(position + 1);
        }
        if (position < text.length()) {
            String quote = text.substring(position, position + 1);
            moveTo(position + 1);
            moveTo(after(quote));
        }
    }

    private static boolean isNameCharacter(char character) {
        return !Character.isWhitespace(character) && "=/>\"'".indexOf(character) < 0;
    }

    private int indexOf(String what) {
        int found = text.indexOf(what, position);
        return found < 0 ? text.length() : found;
    }

    private int after(String what) {
        int found = text.indexOf(what, position);
        return found < 0 ? text.length() : found + what.length();
    }

    private void moveTo(int target) {
        for (; position < target && position < text.length(); position++) {
            char character = text.charAt(position);
            boolean halfOfPair = character == '\r' && position + 1 < text.length() && text.charAt(position + 1) == '\n';
            if ((character == '\n' || character == '\r') && !halfOfPair) {
                line++;
            }
        }
    }
}
