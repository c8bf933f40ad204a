// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tagged field: two characters that say what the value after them is. Codes are case-sensitive.
 *
 * <p>The constants are what the protocol defines and what is common in the field. A code that is not among them makes a
 * field of its own, which may repeat. Immutable; two fields are equal when their codes are.
 */
public final class Field {
    /** More than there are constants. */
    static final int INDEX_LIMIT = 128;

    private static final int CODE_LIMIT = 128;
    /** Filled by the constants below: code to field, so that reading makes no garbage. */
    private static final @Nullable Field[] BY_CODE = new @Nullable Field[CODE_LIMIT * CODE_LIMIT];

    private static int count;

    public static final Field AA = known("AA", "patron identifier");
    public static final Field AB = known("AB", "item identifier");
    public static final Field AC = known("AC", "terminal password", Kind.SECRET);
    public static final Field AD = known("AD", "patron password", Kind.SECRET);
    public static final Field AE = known("AE", "personal name", Kind.PERSONAL);
    public static final Field AF = known("AF", "screen message", Kind.REPEATABLE);
    public static final Field AG = known("AG", "print line", Kind.REPEATABLE);
    public static final Field AH = known("AH", "due date");
    public static final Field AJ = known("AJ", "title identifier");
    public static final Field AL = known("AL", "blocked card message");
    public static final Field AM = known("AM", "library name");
    public static final Field AN = known("AN", "terminal location");
    public static final Field AO = known("AO", "institution id");
    public static final Field AP = known("AP", "current location");
    public static final Field AQ = known("AQ", "permanent location");
    public static final Field AS = known("AS", "hold items", Kind.REPEATABLE);
    public static final Field AT = known("AT", "overdue items", Kind.REPEATABLE);
    public static final Field AU = known("AU", "charged items", Kind.REPEATABLE);
    public static final Field AV = known("AV", "fine items", Kind.REPEATABLE);
    public static final Field AY = known("AY", "sequence number");
    public static final Field AZ = known("AZ", "checksum");
    public static final Field BC = known("BC", "birth date (Polaris)", Kind.PERSONAL);
    public static final Field BD = known("BD", "home address", Kind.PERSONAL);
    public static final Field BE = known("BE", "e-mail address", Kind.PERSONAL);
    public static final Field BF = known("BF", "home phone number", Kind.PERSONAL);
    public static final Field BG = known("BG", "owner");
    public static final Field BH = known("BH", "currency type");
    public static final Field BI = known("BI", "cancel", Kind.FLAG);
    public static final Field BK = known("BK", "transaction id");
    public static final Field BL = known("BL", "valid patron", Kind.FLAG);
    public static final Field BM = known("BM", "renewed items", Kind.REPEATABLE);
    public static final Field BN = known("BN", "unrenewed items", Kind.REPEATABLE);
    public static final Field BO = known("BO", "fee acknowledged", Kind.FLAG);
    public static final Field BP = known("BP", "start item");
    public static final Field BQ = known("BQ", "end item");
    public static final Field BR = known("BR", "queue position");
    public static final Field BS = known("BS", "pickup location");
    public static final Field BT = known("BT", "fee type");
    public static final Field BU = known("BU", "recall items", Kind.REPEATABLE);
    public static final Field BV = known("BV", "fee amount");
    public static final Field BW = known("BW", "expiration date");
    public static final Field BX = known("BX", "supported messages");
    public static final Field BY = known("BY", "hold type");
    public static final Field BZ = known("BZ", "hold items limit");
    public static final Field CA = known("CA", "overdue items limit");
    public static final Field CB = known("CB", "charged items limit");
    public static final Field CC = known("CC", "fee limit");
    public static final Field CD = known("CD", "unavailable hold items", Kind.REPEATABLE);
    public static final Field CF = known("CF", "hold queue length");
    public static final Field CG = known("CG", "fee identifier");
    public static final Field CH = known("CH", "item properties");
    public static final Field CI = known("CI", "security inhibit", Kind.FLAG);
    public static final Field CJ = known("CJ", "recall date");
    public static final Field CK = known("CK", "media type");
    public static final Field CL = known("CL", "sort bin");
    public static final Field CM = known("CM", "hold pickup date");
    public static final Field CN = known("CN", "login user id");
    public static final Field CO = known("CO", "login password", Kind.SECRET);
    public static final Field CP = known("CP", "location code");
    public static final Field CQ = known("CQ", "valid patron password", Kind.FLAG);
    // Extensions of 3M (CR to DA) and, below, of other vendors, who do not always agree with each other.
    public static final Field CR = known("CR", "collection code");
    public static final Field CS = known("CS", "call number");
    public static final Field CT = known("CT", "destination location");
    public static final Field CV = known("CV", "alert type");
    public static final Field CY = known("CY", "hold patron id", Kind.PERSONAL);
    public static final Field DA = known("DA", "hold patron name", Kind.PERSONAL);
    public static final Field DE = known("DE", "summary of the item");
    public static final Field DJ = known("DJ", "name variant", Kind.PERSONAL);
    public static final Field EA = known("EA", "author");
    public static final Field FA = known("FA", "fee amount (fee positions)", Kind.REPEATABLE);
    public static final Field FB = known("FB", "fee item id (fee positions)", Kind.REPEATABLE);
    public static final Field FC = known("FC", "fee date (fee positions)", Kind.REPEATABLE);
    public static final Field FD = known("FD", "fee description (fee positions)", Kind.REPEATABLE);
    public static final Field FE = known("FE", "fee type (fee positions)", Kind.REPEATABLE);
    public static final Field FF = known("FF", "fee type text (fee positions)", Kind.REPEATABLE);
    public static final Field FG = known("FG", "paid amount (fee positions)", Kind.REPEATABLE);
    public static final Field FU = known("FU", "borrower type");
    public static final Field FV = known("FV", "borrower type text");
    public static final Field IN = known("IN", "ISBN");
    public static final Field LG = known("LG", "language");
    public static final Field MA = known("MA", "bibliographic id");
    public static final Field MB = known("MB", "ISBN of the title");
    public static final Field MC = known("MC", "LCCN");
    public static final Field NB = known("NB", "other standard number");
    public static final Field OR = known("OR", "register login");
    public static final Field PA = known("PA", "patron expiry");
    public static final Field PB = known("PB", "birth date", Kind.PERSONAL);
    public static final Field PC = known("PC", "patron category");
    public static final Field PD = known("PD", "birth date (Symphony)", Kind.PERSONAL);
    public static final Field PE = known("PE", "patron profile");
    public static final Field PF = known("PF", "registered branch");
    public static final Field PG = known("PG", "gender", Kind.PERSONAL);
    public static final Field PI = known("PI", "internet privilege");
    public static final Field PS = known("PS", "patron status text");
    public static final Field PT = known("PT", "patron group");
    public static final Field PX = known("PX", "expiry date (Polaris)");
    public static final Field PY = known("PY", "expired (Polaris)");
    public static final Field PZ = known("PZ", "postal code", Kind.PERSONAL);
    public static final Field RN = known("RN", "cheque number");
    public static final Field U1 = known("U1", "user-defined field 1", Kind.PERSONAL);
    public static final Field U2 = known("U2", "user-defined field 2", Kind.PERSONAL);
    public static final Field U3 = known("U3", "user-defined field 3", Kind.PERSONAL);
    public static final Field U4 = known("U4", "user-defined field 4", Kind.PERSONAL);
    public static final Field U5 = known("U5", "user-defined field 5", Kind.PERSONAL);
    public static final Field XI = known("XI", "internal patron id");
    public static final Field ZY = known("ZY", "patron type");

    private final String code;
    private final String label;
    private final Kind kind;
    private final int index;

    private Field(String code, String label, Kind kind, int index) {
        this.code = code;
        this.label = label;
        this.kind = kind;
        this.index = index;
    }

    /**
     * The field with this code, known or not.
     *
     * @throws IllegalArgumentException if the code does not have two characters
     */
    public static Field of(String code) {
        requireNonNull(code, "code");
        if (code.length() != 2) {
            throw new IllegalArgumentException("code: " + code + " (expected: two characters)");
        }
        Field known = known(code.charAt(0), code.charAt(1));
        return known == null ? new Field(code, "", Kind.UNKNOWN, -1) : known;
    }

    /** The two characters on the wire. */
    public String code() {
        return code;
    }

    /** What the field is called, in English; empty for an unknown code. */
    public String label() {
        return label;
    }

    /** Whether the value is a password or PIN. */
    public boolean secret() {
        return kind == Kind.SECRET;
    }

    /** Whether the value says who a person is or how to reach them. */
    public boolean personal() {
        return kind == Kind.PERSONAL;
    }

    /** Whether the field may occur more than once in a message. Nobody can tell for an unknown code: true. */
    public boolean repeatable() {
        return kind == Kind.REPEATABLE || kind == Kind.UNKNOWN;
    }

    /** Whether the field is one of the constants of this class. */
    public boolean known() {
        return kind != Kind.UNKNOWN;
    }

    /** The first version of the protocol with this field; 1.00 ends with AQ. Extensions count as 2.00. */
    public ProtocolVersion since() {
        return known() && code.compareTo("AQ") <= 0 ? ProtocolVersion.SIP1 : ProtocolVersion.SIP2;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Field field && code.equals(field.code));
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    /** The code. */
    @Override
    public String toString() {
        return code;
    }

    /** A number of its own for every constant, below {@link #INDEX_LIMIT}; -1 for an unknown code. */
    int index() {
        return index;
    }

    /** Whether the value is a single Y or N. */
    boolean flag() {
        return kind == Kind.FLAG;
    }

    /** The constants, in the order of their codes. */
    static List<Field> all() {
        return Arrays.stream(BY_CODE).filter(Objects::nonNull).toList();
    }

    static @Nullable Field known(int first, int second) {
        if (first < 0 || first >= CODE_LIMIT || second < 0 || second >= CODE_LIMIT) {
            return null;
        }
        return BY_CODE[first * CODE_LIMIT + second];
    }

    private static Field known(String code, String label) {
        return known(code, label, Kind.PLAIN);
    }

    private static Field known(String code, String label, Kind kind) {
        Field field = new Field(code, label, kind, count++);
        BY_CODE[code.charAt(0) * CODE_LIMIT + code.charAt(1)] = field;
        return field;
    }

    private enum Kind {
        PLAIN,
        SECRET,
        PERSONAL,
        REPEATABLE,
        FLAG,
        UNKNOWN
    }
}
