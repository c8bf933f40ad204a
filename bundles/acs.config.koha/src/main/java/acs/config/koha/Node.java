// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import acs.config.koha.Element.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An element on its way into the model: what nobody asks it for is, in the end, reported as unknown. */
final class Node {
    private final Element element;
    private final Problems problems;
    private final Set<String> knownAttributes = new TreeSet<>();
    private final Set<String> knownChildren = new TreeSet<>();

    Node(Element element, Problems problems) {
        this.element = element;
        this.problems = problems;
    }

    /** The line of its start tag. */
    int line() {
        return element.line();
    }

    /** The line of an attribute, or of the start tag if it is absent. */
    int line(String name) {
        Attribute attribute = element.attributes().get(name);
        return attribute == null ? element.line() : attribute.line();
    }

    Problems problems() {
        return problems;
    }

    /** The text between its tags. */
    String text() {
        return element.text();
    }

    /** The value of an attribute; also an empty one. */
    Optional<String> raw(String name) {
        knownAttributes.add(name);
        return Optional.ofNullable(element.attributes().get(name)).map(Attribute::value);
    }

    /** The value of an attribute; an empty one counts as absent. */
    Optional<String> text(String name) {
        return raw(name).filter(value -> !value.isBlank());
    }

    /** The value of an attribute that must be there; its absence is an error. */
    Optional<String> required(String name) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            problems.error(line(name), "`" + element.name() + "` has no `" + name + "`");
        }
        return value;
    }

    /** One of several words, as written in {@code words}; upper and lower case are the same, another word an error. */
    Optional<String> choice(String name, List<String> words) {
        Optional<String> value = text(name);
        Optional<String> word = value.flatMap(written -> words.stream()
                .filter(known -> known.equalsIgnoreCase(written.strip()))
                .findFirst());
        if (value.isPresent() && word.isEmpty()) {
            wrong(name, String.join(", ", words));
        }
        return word;
    }

    /** A switch of our own: {@code true} or {@code false}, also as yes, no, 1 and 0; else an error. */
    Optional<Boolean> flag(String name) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        switch (value.get().strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "1" -> {
                return Optional.of(true);
            }
            case "false", "no", "n", "0" -> {
                return Optional.of(false);
            }
            default -> {
                wrong(name, "true or false");
                return Optional.empty();
            }
        }
    }

    /** A whole number within bounds; else an error. */
    OptionalInt number(String name, int least, int most) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt number = Numbers.parse(value.get(), least, most);
        if (number.isEmpty()) {
            wrong(name, "a whole number, " + least + ".." + most);
        }
        return number;
    }

    /** Reports that an attribute's value is not what it should be. */
    void wrong(String name, String expected) {
        problems.error(line(name), "`" + name + "` is " + quoted(name) + " (expected: " + expected + ")");
    }

    /** The value of an attribute as it may stand in a message. */
    String quoted(String name) {
        return Text.quoted(raw(name).orElse(""));
    }

    /** Its name. */
    String name() {
        return element.name();
    }

    /** All children, for elements whose children have names that only others know. */
    List<Node> children() {
        return element.children().stream()
                .map(child -> {
                    knownChildren.add(child.name());
                    return new Node(child, problems);
                })
                .toList();
    }

    /** The children of that name. */
    List<Node> children(String name) {
        knownChildren.add(name);
        return element.children().stream()
                .filter(child -> child.name().equals(name))
                .map(child -> new Node(child, problems))
                .toList();
    }

    /** All attributes and children as name and text, for elements that hold names which only others know. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        for (String name : element.attributes().keySet()) {
            texts.put(name, raw(name).orElse(""));
        }
        for (Element child : element.children()) {
            knownChildren.add(child.name());
            texts.put(child.name(), child.text());
        }
        return texts;
    }

    /** The names of attributes that nobody asked for by name yet, in the order of the file. */
    List<String> unread() {
        return element.attributes().keySet().stream()
                .filter(name -> !knownAttributes.contains(name))
                .toList();
    }

    /** The value of an attribute that is handed on though nobody knows it; it is still reported. */
    String unknown(String name) {
        Attribute attribute = element.attributes().get(name);
        return attribute == null ? "" : attribute.value();
    }

    /** Warns of attributes, children and texts that nobody asked for. */
    void done() {
        done(Set.of());
    }

    /** Likewise; {@code alsoKnown} are names of attributes to guess at, too. */
    void done(Set<String> alsoKnown) {
        for (String name : unread()) {
            Set<String> attributes = new TreeSet<>(knownAttributes);
            attributes.addAll(alsoKnown);
            String hint = NearMiss.hint(name, attributes);
            problems.warning(
                    line(name),
                    "unknown attribute " + Text.quoted(name)
                            + (hint.isEmpty() ? " of `" + element.name() + "` has no effect" : hint));
        }
        for (Element child : unknownChildren()) {
            String hint = NearMiss.hint(child.name(), knownChildren);
            problems.warning(
                    child.line(),
                    "unknown element " + Text.quoted(child.name())
                            + (hint.isEmpty() ? " in `" + element.name() + "` has no effect" : hint));
        }
        if (!element.text().isEmpty()) {
            problems.warning(element.line(), "text between the tags of `" + element.name() + "` has no effect");
        }
    }

    private List<Element> unknownChildren() {
        List<Element> unknown = new ArrayList<>(element.children());
        unknown.removeIf(child -> knownChildren.contains(child.name()));
        return unknown;
    }
}
