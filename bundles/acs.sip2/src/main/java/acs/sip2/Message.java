// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A SIP2 message: a type, the values of its positional fields, and tagged fields in the order of the wire.
 *
 * <p>Immutable, so safe for use by several threads. Unknown fields and repetitions are kept. {@link #toString} masks
 * passwords and personal data, so no log can leak them.
 */
public final class Message {
    /** The longest value, in characters, that the protocol allows. */
    public static final int VALUE_LIMIT = 255;

    private final MessageType type;
    private final String fixedPart;
    private final List<Tagged> fields;

    /** The caller hands over a fixed part of the right length and a list that nobody changes. */
    Message(MessageType type, String fixedPart, List<Tagged> fields) {
        this.type = type;
        this.fixedPart = fixedPart;
        this.fields = fields;
    }

    /** Starts a message of this type, with nothing in it. */
    public static Builder of(MessageType type) {
        return new Builder(requireNonNull(type, "type"));
    }

    public MessageType type() {
        return type;
    }

    /**
     * The value of a positional field; what cannot be read is the default that {@link Fixed} names.
     *
     * @throws IllegalArgumentException if messages of this type do not have the field
     */
    public <T> T get(Fixed<T> fixed) {
        return fixed.read(raw(fixed));
    }

    /**
     * The characters of a positional field as they came, one for each byte.
     *
     * @throws IllegalArgumentException if messages of this type do not have the field
     */
    public String raw(Fixed<?> fixed) {
        int start = type.offset(type.indexOf(fixed));
        return fixedPart.substring(start, start + fixed.width());
    }

    /** The value of a tagged field, of its first occurrence when there are several; empty when it is absent. */
    public String get(Field field) {
        Tagged first = first(field);
        return first == null ? "" : first.value();
    }

    /** Whether the tagged field is there, be it empty. */
    public boolean has(Field field) {
        return first(field) != null;
    }

    /** Whether the tagged field is there and says Y. */
    public boolean isYes(Field field) {
        return get(field).trim().equals("Y");
    }

    /** Whether the value of the tagged field is longer than {@value #VALUE_LIMIT} characters. */
    public boolean overlong(Field field) {
        return get(field).length() > VALUE_LIMIT;
    }

    /** The values of all occurrences of a tagged field, in order. */
    public List<String> all(Field field) {
        List<String> values = new ArrayList<>();
        for (Tagged tagged : fields) {
            if (tagged.field().equals(field)) {
                values.add(tagged.value());
            }
        }
        return List.copyOf(values);
    }

    /** All tagged fields in order. */
    public List<Tagged> fields() {
        return fields;
    }

    /** The required tagged fields that are not there. */
    public List<Field> missing() {
        List<Field> missing = new ArrayList<>();
        for (Field field : type.required()) {
            if (!has(field)) {
                missing.add(field);
            }
        }
        return List.copyOf(missing);
    }

    /** A builder that starts with everything this message has. */
    public Builder toBuilder() {
        Builder builder = new Builder(type);
        for (Fixed<?> fixed : type.layout()) {
            builder.withRaw(fixed, raw(fixed));
        }
        builder.fields.addAll(fields);
        return builder;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Message message
                && type == message.type
                && fixedPart.equals(message.fixedPart)
                && fields.equals(message.fields);
    }

    @Override
    public int hashCode() {
        return (type.hashCode() * 31 + fixedPart.hashCode()) * 31 + fields.hashCode();
    }

    /** Much like on the wire, with secret and personal values masked and control characters made harmless. */
    @Override
    public String toString() {
        return new Masked(false).text(this);
    }

    /** The same with personal data shown: for those who have a reason to see it. Passwords stay masked. */
    public String withPersonalData() {
        return new Masked(true).text(this);
    }

    String fixedPart() {
        return fixedPart;
    }

    private @Nullable Tagged first(Field field) {
        for (Tagged tagged : fields) {
            if (tagged.field().equals(field)) {
                return tagged;
            }
        }
        return null;
    }

    /** Puts a message together. Not safe for use by several threads. */
    public static final class Builder {
        private final MessageType type;
        private final @Nullable String[] fixed;
        private final List<Tagged> fields = new ArrayList<>();

        private Builder(MessageType type) {
            this.type = type;
            this.fixed = new @Nullable String[type.layout().size()];
        }

        /**
         * Sets a positional field.
         *
         * @throws IllegalArgumentException if messages of this type do not have the field, or the value does not fit it
         */
        public <T> Builder with(Fixed<T> field, T value) {
            this.fixed[type.indexOf(field)] = field.write(value);
            return this;
        }

        /** Sets a count, 0 or more; what is above 9999 is written as 9999. */
        public Builder with(Fixed<OptionalInt> field, int count) {
            return with(field, OptionalInt.of(count));
        }

        /**
         * Sets a positional field to these characters, to echo or pass on what was received.
         *
         * @throws IllegalArgumentException if messages of this type do not have the field, or its width is another
         */
        public Builder withRaw(Fixed<?> field, String characters) {
            if (characters.length() != field.width()) {
                throw new IllegalArgumentException(
                        field + ": " + characters.length() + " characters (expected: " + field.width() + ")");
            }
            this.fixed[type.indexOf(field)] = characters;
            return this;
        }

        /** Sets {@link Fixed#OK}. */
        public Builder ok(boolean ok) {
            return with(Fixed.OK, ok);
        }

        /**
         * Writes a tagged field, be it empty. A field that may repeat is added; any other replaces what it had before, in
         * the same place.
         */
        public Builder with(Field field, String value) {
            Tagged tagged = new Tagged(field, value);
            int index = field.repeatable() ? -1 : indexOf(field);
            if (index < 0) {
                fields.add(tagged);
                return this;
            }
            fields.set(index, tagged);
            // A message that was read can hold the field twice; then this is the one that stays.
            fields.subList(index + 1, fields.size())
                    .removeIf(later -> later.field().equals(field));
            return this;
        }

        /** Writes a tagged field, unless the value is empty. */
        public Builder withIfPresent(Field field, String value) {
            return value.isEmpty() ? this : with(field, value);
        }

        /** Takes away every occurrence of a tagged field. */
        public Builder without(Field field) {
            fields.removeIf(tagged -> tagged.field().equals(field));
            return this;
        }

        /** Adds every required tagged field that is not there yet, empty. */
        public Builder fillRequired() {
            for (Field field : type.required()) {
                if (indexOf(field) < 0) {
                    fields.add(new Tagged(field, ""));
                }
            }
            return this;
        }

        /**
         * The message.
         *
         * @throws IllegalStateException if a positional field is missing, with its name
         */
        public Message build() {
            StringBuilder fixedPart = new StringBuilder(type.fixedLength());
            for (int i = 0; i < fixed.length; i++) {
                String value = fixed[i];
                if (value == null) {
                    throw new IllegalStateException(
                            type + ": positional field " + type.layout().get(i) + " is missing");
                }
                fixedPart.append(value);
            }
            return new Message(type, fixedPart.toString(), List.copyOf(fields));
        }

        private int indexOf(Field field) {
            for (int i = 0; i < fields.size(); i++) {
                if (fields.get(i).field().equals(field)) {
                    return i;
                }
            }
            return -1;
        }
    }
}
