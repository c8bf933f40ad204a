// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

/** Is told what is asked and answered, step by step; never a secret. */
interface Steps {
    Steps NONE = step -> {};

    void say(String step);
}
